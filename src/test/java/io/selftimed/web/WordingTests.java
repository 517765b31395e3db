package io.selftimed.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private final Wording wording = new Wording(messages());

	@AfterEach
	void forgetTheReader() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void momentReadsInTheZoneOfTheRace() {
		Instant moment = Instant.parse("2026-11-23T19:03:22Z");
		assertThat(this.wording.momentToTheSecond(moment, NEW_YORK)).isEqualTo("23 November 2026 at 14:03:22 EST");
		assertThat(this.wording.momentWithZone(moment, NEW_YORK))
			.isEqualTo("23 November 2026 at 14:03 (Eastern Standard Time)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC-12", "Etc/GMT+12", "-12:00" })
	void theLastPlaceWhereADayEndsIsAnywhereOnEarth(String zone) {
		assertThat(this.wording.momentWithZone(Instant.parse("2026-11-24T11:59:00Z"), ZoneId.of(zone)))
			.isEqualTo("23 November 2026 at 23:59 (anywhere on Earth)");
	}

	@ParameterizedTest
	@CsvSource({ "1471500, 24 minutes 31.5 seconds", "3661000, 1 hour 1 minute 1 second", "7200000, 2 hours",
			"100, 0.1 seconds", "1100, 1.1 seconds", "60000, 1 minute",
			"3599999900, 999 hours 59 minutes 59.9 seconds" })
	void durationReadsInWords(long milliseconds, String words) {
		assertThat(this.wording.duration(milliseconds)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "1471500, 5000000, 4:54 per km", "1500000, 5000000, 5:00 per km", "3600000, 1000000, 1:00:00 per km",
			"100, 5000000, 0:00 per km", "3599999900, 1609343, 621:22:18 per km" })
	void paceReadsPerKilometre(long milliseconds, long millimetres, String words) {
		assertThat(this.wording.pace(milliseconds, millimetres)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "1471500, 5000000, 7:54 per mile", "3599999900, 1609344, 1000:00:00 per mile",
			"5025700, 21097500, 6:23 per mile" })
	void paceReadsPerMileInAmerica(long milliseconds, long millimetres, String words) {
		LocaleContextHolder.setLocale(Locale.US);
		assertThat(this.wording.pace(milliseconds, millimetres)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "600000, 1609344, 10:00 per mile", "600000, 2414016, 6:40 per mile", "600000, 2414017, 4:09 per km" })
	void paceReadsPerMileOnACourseOfMiles(long milliseconds, long millimetres, String words) {
		assertThat(this.wording.pace(milliseconds, millimetres)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "21097500, 21.0975 km (13.1 miles)", "5000000, 5 km (3.1 miles)", "1609344, 1 mile" })
	void distanceReadsInMilesAsWellInAmerica(long millimetres, String words) {
		LocaleContextHolder.setLocale(Locale.US);
		assertThat(this.wording.distance(millimetres)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "21097500, 21.0975 km", "5000000, 5 km", "1609344, 1 mile",
			"2414016, 1.5 miles", "16093440, 10 miles", "none, your own distance" })
	void distanceReadsInKilometresOrMilesOrAsTheRunnersOwn(@Nullable Long millimetres, String words) {
		assertThat(this.wording.distance(millimetres)).isEqualTo(words);
	}

	@Test
	void nameOfAFieldReadsAsItsLabelAndAllElseAsItself() {
		assertThat(this.wording.sayOfFields("refusal.time.digits", List.of("minutes")))
			.isEqualTo("Minutes: enter digits only");
		assertThat(this.wording.sayOfFields("refusal.time.digits", List.of("{0} it's")))
			.isEqualTo("{0} it's: enter digits only");
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
