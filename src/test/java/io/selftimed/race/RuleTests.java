package io.selftimed.race;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Rule}.
 */
class RuleTests {

	@Test
	void theWindowOpensAndClosesInTheRacesTimeZone() {
		assertThat(Rule.WINDOW_OPEN.judge(Races.harbor5k(), at("2026-07-01T04:00:00Z"))).isEqualTo(Verdict.ALLOWED);
		assertThat(Rule.WINDOW_OPEN.judge(Races.harbor5k(), at("2026-07-01T03:59:59Z")))
			.isEqualTo(new Verdict.Refused("event", "refusal.event.early",
					List.of(ZonedDateTime.parse("2026-07-01T00:00-04:00[America/New_York]"))));
		assertThat(Rule.WINDOW_OPEN.judge(Races.harbor5k(), at("2026-08-01T04:00:00Z")))
			.isEqualTo(new Verdict.Refused("event", "refusal.event.closed",
					List.of(ZonedDateTime.parse("2026-08-01T00:00-04:00[America/New_York]"))));
	}

	@Test
	void onlyTheEventsOutcomesCanBeChosen() {
		assertThat(Rule.OUTCOME_ALLOWED.judge(Races.harbor5k(), claim(Outcome.DNF, null))).isEqualTo(Verdict.ALLOWED);
		assertThat(Rule.OUTCOME_ALLOWED.judge(Races.finishersOnly(), claim(Outcome.DNF, null)))
			.isInstanceOf(Verdict.Refused.class);
		assertThat(Rule.OUTCOME_ALLOWED.judge(Races.harbor5k(), claim(Outcome.DQ, null)))
			.isInstanceOf(Verdict.Refused.class);
	}

	@Test
	void elevationGainIsNeededFromFinishersWhereItIsRequired() {
		assertThat(Rule.ELEVATION_WHERE_REQUIRED.judge(Races.harborMiles(), claim(Outcome.FINISHED, null)))
			.isInstanceOf(Verdict.Refused.class);
		assertThat(Rule.ELEVATION_WHERE_REQUIRED.judge(Races.harborMiles(), claim(Outcome.FINISHED, climb())))
			.isEqualTo(Verdict.ALLOWED);
		assertThat(Rule.ELEVATION_WHERE_REQUIRED.judge(Races.harborMiles(), claim(Outcome.DNF, null)))
			.isEqualTo(Verdict.ALLOWED);
		assertThat(Rule.ELEVATION_WHERE_REQUIRED.judge(Races.harbor5k(), claim(Outcome.FINISHED, null)))
			.isEqualTo(Verdict.ALLOWED);
	}

	private static Claim at(String moment) {
		return new Claim(Instant.parse(moment), Outcome.FINISHED, null);
	}

	private static Claim claim(Outcome outcome, @org.jspecify.annotations.Nullable ElevationGain gain) {
		return new Claim(Races.NOON, outcome, gain);
	}

	private static ElevationGain climb() {
		return new ElevationGain(BigDecimal.TEN, ElevationGain.Unit.METRES);
	}

}
