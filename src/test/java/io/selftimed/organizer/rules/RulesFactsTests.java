package io.selftimed.organizer.rules;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import io.selftimed.organizer.rules.RulesFacts.Broken;
import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.EventRules;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.RunSignupTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a change of the rules would meet, on both databases.
 */
@BothDatabases
class RulesFactsTests {

	private final TestDatabase database;

	private final RulesFacts facts;

	RulesFactsTests(TestDatabase database) {
		this.database = database;
		this.facts = new RulesFacts(database.jdbc());
	}

	@BeforeEach
	void threeThatCountAndTwoThatAreHeld() {
		this.database.clean();
		Harbor harbor = new Harbor(this.database.jdbc());
		for (int runner = 1; runner <= 5; runner++) {
			harbor.runner(runner, 100 + runner, "Marsh");
			harbor.finish(runner, runner, 1);
			if (runner <= 3) {
				harbor.delivery(runner, runner, "received");
			}
		}
		this.database.jdbc().sql("update submission set review = 'held' where id > 3").update();
		this.database.jdbc().sql("update submission set clock_time_ms = 900000 where id in (2, 4)").update();
	}

	@Test
	void whatCountsAndWhatIsHeldIsCountedApart() {
		assertThat(this.facts.breaking(Harbor.EVENT, fastest(1_000_000), 10)).isEqualTo(new Broken(1, false));
		assertThat(this.facts.breakingHeld(Harbor.EVENT, fastest(1_000_000), 10)).isEqualTo(new Broken(1, false));
		assertThat(this.facts.breaking(Harbor.EVENT, fastest(1_471_600), 10)).isEqualTo(new Broken(3, false));
		assertThat(this.facts.breakingHeld(Harbor.EVENT, fastest(1_471_600), 10)).isEqualTo(new Broken(2, false));
	}

	@Test
	void whereNotAllIsLookedThroughItSaysSo() {
		assertThat(this.facts.breaking(Harbor.EVENT, fastest(1_471_600), 3).andMore()).isFalse();
		assertThat(this.facts.breaking(Harbor.EVENT, fastest(1_471_600), 2).andMore()).isTrue();
		assertThat(this.facts.breakingHeld(Harbor.EVENT, fastest(1_471_600), 1).andMore()).isTrue();
	}

	private EventRules fastest(long milliseconds) {
		EventRules rules = RaceTables.eventSetup(this.database.jdbc(), this.database.transactions(),
				RunSignupTables.gates(this.database, () -> Harbor.NOON), (what, race, about) -> {
				})
			.describe(Harbor.EVENT)
			.orElseThrow()
			.rules();
		return new EventRules(rules.name(), rules.distance(), rules.window(), rules.outcomes(), rules.elevation(),
				rules.tally(), rules.trust(), new Event.Limits(new ClockTime(milliseconds), null, null),
				rules.delivery(), rules.notes(), rules.contact());
	}

}
