package io.selftimed.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private final Wording wording = new Wording(messages());

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
			"100, 5000000, 0:00 per km", "3599999900, 1609344, 621:22:16 per km" })
	void paceReadsPerKilometre(long milliseconds, long millimetres, String words) {
		assertThat(this.wording.pace(milliseconds, millimetres)).isEqualTo(words);
	}

	@Test
	void distanceReadsInKilometresOrAsTheRunnersOwn() {
		assertThat(this.wording.distance(new BigDecimal("21.0975"))).isEqualTo("21.0975 km");
		assertThat(this.wording.distance(null)).isEqualTo("your own distance");
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
