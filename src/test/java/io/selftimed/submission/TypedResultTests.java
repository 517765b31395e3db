package io.selftimed.submission;

import java.math.BigDecimal;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TypedResult}.
 */
class TypedResultTests {

	private final TypedResult typed = new TypedResult();

	@Test
	void blankBoxesCountAsZeroBesideAFilledOne() {
		assertThat(this.typed.clockTime("", "24", " 31.5 ")).isEqualTo(ClockTime.of(0, 24, 315));
		assertThat(this.typed.clockTime("2", null, "")).isEqualTo(ClockTime.of(2, 0, 0));
		assertThat(this.typed.refusals()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'','','',time,refusal.time.missing", "0,0,0,time,refusal.time.zero",
			"1,60,0,minutes,refusal.minutes.range", "1,0,60,seconds,refusal.seconds.range",
			"1000,0,0,hours,refusal.hours.range", "1,0,1.,seconds,refusal.time.digits",
			"1:23,0,0,hours,refusal.time.whole", "1,-5,0,minutes,refusal.time.digits",
			"1,0,x,seconds,refusal.time.digits" })
	void refusesAtTheBoxThatCannotBeRead(String hours, String minutes, String seconds, String field, String message) {
		assertThat(this.typed.clockTime(hours, minutes, seconds)).isNull();
		assertThat(this.typed.refusals()).singleElement()
			.extracting(Checked.Refusal::field, Checked.Refusal::message)
			.containsExactly(field, message);
	}

	@Test
	void namesEveryBoxThatCannotBeRead() {
		this.typed.clockTime("x", "61", "y");
		assertThat(this.typed.refusals()).extracting(Checked.Refusal::field)
			.containsExactly("hours", "minutes", "seconds");
	}

	@Property
	void everyAcceptedTimeSurvivesARoundTrip(@ForAll @IntRange(max = 999) int hours,
			@ForAll @IntRange(max = 59) int minutes, @ForAll @IntRange(min = 1, max = 599) int tenths) {
		ClockTime time = new TypedResult().clockTime("" + hours, "" + minutes, tenths / 10 + "." + tenths % 10);
		assertThat(time).isNotNull();
		String[] boxes = ("0:" + time).split(":");
		int last = boxes.length - 1;
		assertThat(new TypedResult().clockTime(boxes[last - 2], boxes[last - 1], boxes[last])).isEqualTo(time);
	}

	@Property
	void everyAcceptedElevationGainSurvivesARoundTrip(@ForAll @IntRange(max = 10_000_000) int hundredths) {
		BigDecimal value = BigDecimal.valueOf(hundredths, 2);
		ElevationGain gain = new TypedResult().elevationGain(value.toPlainString(), "m");
		assertThat(gain).isNotNull();
		String[] parts = gain.toString().split(" ");
		assertThat(new TypedResult().elevationGain(parts[0], parts[1])).isEqualTo(gain);
		assertThat(gain.millimetres()).isEqualTo(hundredths * 10L);
	}

	@ParameterizedTest
	@CsvSource({ "120.5,m", "'120,5',m", "0,ft", "100000,m" })
	void readsElevationGainWithPointOrComma(String value, String unit) {
		assertThat(this.typed.elevationGain(value, unit)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "'1,2000',m,refusal.elevation.number", "1.200.000,m,refusal.elevation.number",
			"-5,m,refusal.elevation.number", "1e3,m,refusal.elevation.number", "100001,m,refusal.elevation.range",
			"12,yd,refusal.elevation.unit" })
	void refusesElevationGainThatCouldMeanSomethingElse(String value, String unit, String message) {
		assertThat(this.typed.elevationGain(value, unit)).isNull();
		assertThat(this.typed.refusals()).extracting(Checked.Refusal::message).containsExactly(message);
	}

	@ParameterizedTest
	@CsvSource({ "'1,200',1200,1.2", "1.200,1200,1.2", "'12,345',12345,12.35", "0.500,500,0.5", "'1,000',1000,1" })
	void thousandsAndDecimalsAreAskedAboutByTheirTwoReadings(String typed, String whole, String parted) {
		assertThat(this.typed.elevationGain(typed, "m")).isNull();
		assertThat(this.typed.tally(typed)).isNull();
		assertThat(this.typed.refusals()).containsExactly(
				Checked.Refusal.of("elevationGain", "refusal.elevation.thousands", whole, parted),
				Checked.Refusal.of("tally", "refusal.tally.thousands", whole, parted));
		assertThat(new TypedResult().tally(whole)).isNotNull();
		assertThat(new TypedResult().tally(parted)).isNotNull();
	}

	@Test
	void aBlankElevationGainIsNone() {
		assertThat(this.typed.elevationGain(" ", "m")).isNull();
		assertThat(this.typed.refusals()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'',refusal.bib.missing", "A101,refusal.bib.digits", "12345678901,refusal.bib.digits" })
	void aBibIsDigits(String bib, String message) {
		assertThat(this.typed.bib(bib)).isNull();
		assertThat(this.typed.refusals()).extracting(Checked.Refusal::message).containsExactly(message);
	}

}
