package io.selftimed.race;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.EventSetup.Opening;
import io.selftimed.race.RaceSetup.Change;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.security.Audit;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Races and events as owners set them up, in the database.
 */
@BothDatabases
class SettingUpTests {

	private static final Instant NOON = HarborLights.NOON;

	private final TestDatabase database;

	private final List<String> told = new ArrayList<>();

	private final RaceSetup races;

	private final EventSetup events;

	SettingUpTests(TestDatabase database) {
		this.database = database;
		Audit audit = (what, race, about) -> this.told.add(what + " " + about);
		this.races = RaceTables.raceSetup(database.jdbc(), database.transactions(), audit, new MockEnvironment());
		this.events = RaceTables.eventSetup(database.jdbc(), database.transactions(),
				RunSignupTables.gates(database, () -> NOON), audit);
		database.clean();
		database.jdbc().sql("insert into organizer (id, email, password) values (7, 'ann@example.org', 'x')").update();
	}

	@Test
	void whoOpensARaceOwnsItAndNobodyOpensItTwice() {
		RaceProfile profile = new RaceProfile(" Hill Run ", "Europe/Berlin", "run@example.org", " ");
		assertThat(this.races.create(4200, profile, 7)).isTrue();
		assertThat(this.races.create(4200, profile, 7)).isFalse();
		assertThat(this.database.jdbc().sql("select role from organizer_role").query(String.class).list())
			.containsExactly("owner");
		assertThat(this.told).containsExactly("race-created race:4200");
		assertThat(this.races.describe(4200).orElseThrow().profile().name()).isEqualTo("Hill Run");
	}

	@Test
	void theSlowerOfTwoOwnersIsTold() {
		HarborLights.in(this.database).race();
		RaceProfile profile = new RaceProfile("Harbor", "Etc/GMT+12", "run@example.org", "Ours.");
		assertThat(this.races.change(4100, 0, profile)).isEqualTo(Change.DONE);
		assertThat(this.races.change(4100, 0, profile)).isEqualTo(Change.CHANGED_MEANWHILE);
	}

	@Test
	void anEventIsOpenedOnceAndItsSlugIsItsOwn() {
		HarborLights.in(this.database).race();
		assertThat(this.events.open(4100, event(1, "first"))).isEqualTo(Opening.DONE);
		assertThat(this.events.open(4100, event(1, "second"))).isEqualTo(Opening.ID_TAKEN);
		assertThat(this.events.open(4100, event(2, "first"))).isEqualTo(Opening.SLUG_TAKEN);
		assertThat(this.events.describe(1).orElseThrow().rules().elevation()).isEqualTo(Event.Elevation.OPTIONAL);
		assertThat(this.events.freeSlug("first")).isEqualTo("first-2");
		assertThat(this.events.known(Set.of(1L, 2L))).containsExactly(1L);
	}

	@Test
	void everyRuleComesBackAsItWasSet() {
		HarborLights.in(this.database).race();
		this.events.open(4100, event(1, "first"));
		EventRules rules = rules(NOON.plus(Duration.ofDays(9)));
		assertThat(rules.refusals()).isEmpty();
		assertThat(this.events.change(1, 0, rules)).isEqualTo(Change.DONE);
		EventSetup.Described kept = this.events.describe(1).orElseThrow();
		assertThat(kept.rules()).usingRecursiveComparison()
			.withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
			.isEqualTo(rules);
		assertThat(kept.event().race().contact()).isEqualTo("5k@example.org");
		assertThat(kept.version()).isEqualTo(1);
		assertThat(this.events.change(1, 0, rules)).isEqualTo(Change.CHANGED_MEANWHILE);
		assertThat(this.events.closeAt(1, 1, NOON.plusSeconds(1))).isEqualTo(Change.DONE);
		assertThat(this.told).containsExactly("event-opened event:1", "rules-changed event:1",
				"window-changed event:1");
	}

	@Test
	void rulesThatContradictEachOtherAreRefused() {
		EventRules rules = new EventRules(" ", null, new EventRules.Window(ZoneId.of("Europe/Berlin"), NOON, NOON),
				Set.of(), Event.Elevation.OFF,
				new EventRules.Tally(null, new Event.TallyLimits(new BigDecimal("9"), new BigDecimal("8"))), trust(),
				new Event.Limits(ClockTime.of(1, 0, 0), ClockTime.of(0, 30, 0), NOON.plusSeconds(1)),
				new EventRules.Delivery(Duration.ofDays(8), Outcome.DNS, null), "x".repeat(2001), "y".repeat(201));
		assertThat(rules.refusals()).extracting(Verdict.Refused::field)
			.containsExactly("name", "closes", "outcomes", "slowest", "tallyMost", "tallyLabel", "correctionsUntil",
					"settleDelay", "notes", "contact");
	}

	@Test
	void namesInAddressesAreMadeOfNamesForPeople() {
		assertThat(NewEvent.slugOf("  Été 5K – Night & Day! ")).isEqualTo("ete-5k-night-day");
		assertThat(NewEvent.slugOf("走る")).isEqualTo("event");
		assertThat(NewEvent.isSlug(NewEvent.slugOf("long ".repeat(40)))).isTrue();
		assertThat(NewEvent.isSlug("no_underscore")).isFalse();
	}

	private static NewEvent event(long id, String slug) {
		return new NewEvent(id, "First", slug, new Event.Distance(5_000_000), NOON, NOON.plus(Duration.ofDays(30)));
	}

	private static Event.Trust trust() {
		return new Event.Trust(Event.Identity.BIRTH_DATE, Event.StrangerCorrection.HOLD, Event.Review.DOUBTFUL);
	}

	private static EventRules rules(Instant closes) {
		return new EventRules("Second", null, new EventRules.Window(ZoneId.of("Etc/GMT+12"), NOON, closes),
				Set.of(Outcome.FINISHED, Outcome.DNS), Event.Elevation.REQUIRED,
				new EventRules.Tally("miles", new Event.TallyLimits(new BigDecimal("1"), new BigDecimal("99.5"))),
				trust(), new Event.Limits(ClockTime.of(0, 12, 0), ClockTime.of(9, 0, 0), closes.minusSeconds(60)),
				new EventRules.Delivery(Duration.ofMinutes(5), Outcome.DNF, 51001L), "Wear a hat.", "5k@example.org");
	}

}
