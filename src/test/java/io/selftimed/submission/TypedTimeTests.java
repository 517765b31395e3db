package io.selftimed.submission;

import io.selftimed.race.ClockTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TypedTime} and {@link WholeTime}.
 */
class TypedTimeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "1:23:45|1:23:45", "83:45|1:23:45", "1h23m45.6s|1:23:45.6", "1:23:45.6|1:23:45.6",
					"1:23:45,6|1:23:45.6", "24'31\"|24:31", "24m31|24:31", "24'31.5''|24:31.5", "24′31″|24:31",
					"1:23|01:23", "26:00:00|26:00:00", "999:59:59.9|999:59:59.9", "59999:59|999:59:59",
					" 24 min 31 sec |24:31", "1 hour 23 minutes 45 seconds|1:23:45", "1 Hour, 1 Minute|1:01:00",
					"1h23|1:23:00", "2h|2:00:00", "2h 5s|2:00:05", "90m|1:30:00", "3600s|1:00:00", "45.5s|00:45.5",
					"1 : 23 : 45|1:23:45", "1：23：45|1:23:45", "0:24:31|24:31", "1H23M45S|1:23:45", "24m 5|24:05" })
	void understandsAWholeTimeInTheFirstBox(String text, String reads) {
		assertThat(TypedTime.of(text, "", null)).isInstanceOfSatisfying(TypedTime.Read.class,
				(read) -> assertThat(read.time()).hasToString(reads));
	}

	@ParameterizedTest
	@ValueSource(strings = { "24.5", "24:5", "1:2:3:4", "h", "m", ":", "1h23.5", "1:23:45.", "about 24", "24 31",
			"1:23:45pm", "-1:23", "1e3s", "1h1h", "٢٤:٣١", "1:23:45.1234567890" })
	void asksWhereAWholeTimeCannotBeRead(String text) {
		assertThat(TypedTime.of(text, " ", "")).isEqualTo(refused("hours", "refusal.time.whole", "hours"));
	}

	@ParameterizedTest
	@CsvSource({ "1:60:00,refusal.minutes.range", "1:00:60,refusal.seconds.range", "24:60,refusal.seconds.range",
			"1h60m,refusal.minutes.range", "24m60s,refusal.seconds.range", "1h60s,refusal.seconds.range" })
	void saysWhichPartIsTooLarge(String text, String message) {
		assertThat(TypedTime.of(text, null, null)).isEqualTo(refused("hours", message));
	}

	@Test
	void aWholeTimeBesideFilledBoxesIsAskedAbout() {
		assertThat(TypedTime.of("1:23", "0", "")).isEqualTo(refused("hours", "refusal.time.whole", "hours"));
	}

	@Test
	void noWholeTimeIsZeroOrBeyondTheLongest() {
		assertThat(TypedTime.of("0:00:00", null, null)).isEqualTo(refused("time", "refusal.time.zero"));
		assertThat(TypedTime.of("60000:00", null, null)).isEqualTo(refused("hours", "refusal.hours.range"));
		assertThat(TypedTime.of("999:59:59.91", null, null)).isEqualTo(refused("hours", "refusal.hours.range"));
	}

	@ParameterizedTest
	@CsvSource({ "24:31.46,24:31.5", "24:31.41,24:31.5", "24:31.501,24:31.6", "24:59.96,25:00", "0:00.001,00:00.1",
			"1:59:59.999,2:00:00" })
	void whatIsFinerThanATenthIsRoundedUpAndTold(String text, String reads) {
		assertThat(TypedTime.of(text, null, null)).isInstanceOfSatisfying(TypedTime.Read.class, (read) -> {
			assertThat(read.time()).hasToString(reads);
			assertThat(read.finer()).isEqualTo(text.startsWith("0:") ? "0" + text : text);
		});
		String[] parts = text.split(":");
		assertThat(TypedTime.of((parts.length > 2) ? parts[0] : "", parts[parts.length - 2],
				parts[parts.length - 1].replace('.', ',')))
			.isEqualTo(TypedTime.of(text, null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "31.5", "31,5", "31.50", "31.500000000" })
	void aTenthIsNotRounded(String seconds) {
		assertThat(TypedTime.of(null, "24", seconds)).isEqualTo(new TypedTime.Read(ClockTime.of(0, 24, 315), null));
	}

	@Property
	void everyTimeSurvivesTheBoxesAndAnyWayToWriteIt(@ForAll @IntRange(max = 999) int hours,
			@ForAll @IntRange(max = 59) int minutes, @ForAll @IntRange(min = 1, max = 599) int tenths) {
		TypedTime time = new TypedTime.Read(ClockTime.of(hours, minutes, tenths), null);
		String seconds = tenths / 10 + "." + tenths % 10;
		assertThat(TypedTime.of("" + hours, "" + minutes, seconds)).isEqualTo(time);
		assertThat(TypedTime.of(((TypedTime.Read) time).time().toString(), "", "")).isEqualTo(time);
		assertThat(TypedTime.of(hours + "h" + minutes + "m" + seconds + "s", "", "")).isEqualTo(time);
		assertThat(TypedTime.of(hours * 60 + minutes + "'" + seconds + "\"", "", "")).isEqualTo(time);
	}

	@Property
	void roundingAddsLessThanATenthAndTakesNothing(@ForAll @LongRange(min = 1, max = 3_599_999) long milliseconds) {
		String text = milliseconds / 60_000 + ":"
				+ "%02d.%03d".formatted(milliseconds / 1000 % 60, milliseconds % 1000);
		assertThat(TypedTime.of(text, "", "")).isInstanceOfSatisfying(TypedTime.Read.class, (read) -> {
			assertThat(read.time().milliseconds() - milliseconds).isBetween(0L, 99L);
			assertThat(read.finer() != null).isEqualTo(milliseconds % 100 != 0);
		});
	}

	@Property
	void anyTextIsReadOrRefused(@ForAll String text) {
		assertThat(TypedTime.of(text, "", "")).isNotNull();
	}

	@Test
	void longNonsenseIsRefusedAtOnce() {
		for (String part : new String[] { " ", "1h ", "1m ", ":", "'", "1" }) {
			assertThat(TypedTime.of("1h" + part.repeat(30_000) + "x", "", "")).isInstanceOf(TypedTime.Unread.class);
		}
	}

	private static TypedTime refused(String field, String message, String... arguments) {
		return TypedTime.Unread.because(field, message, (Object[]) arguments);
	}

}
