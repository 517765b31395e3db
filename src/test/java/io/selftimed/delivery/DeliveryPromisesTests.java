package io.selftimed.delivery;

import java.time.Duration;
import java.util.List;

import io.selftimed.TestDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The promises of the design, under any order of events: the newest accepted word stands
 * at RunSignup in the end, no older call begins after a newer one, and no more than two
 * calls are under way.
 */
class DeliveryPromisesTests {

	@Property(tries = 150)
	void holdOnH2(@ForAll("weekends") List<Step> weekend) {
		holdIn(TestDatabase.H2, weekend);
	}

	@Property(tries = 40)
	void holdOnPostgres(@ForAll("weekends") List<Step> weekend) {
		holdIn(TestDatabase.POSTGRESQL, weekend);
	}

	private static void holdIn(TestDatabase database, List<Step> steps) {
		RaceWeekend weekend = new RaceWeekend(database);
		steps.forEach((step) -> step.happensIn(weekend));
		weekend.comesToRest();
		weekend.holdsItsPromises();
	}

	@Provide
	Arbitrary<List<Step>> weekends() {
		return step().list().ofMinSize(1).ofMaxSize(60);
	}

	private static Arbitrary<Step> step() {
		Arbitrary<Long> runner = Arbitraries.longs().between(1, RaceWeekend.RUNNERS);
		Arbitrary<Step> submits = runner.map((who) -> Step.of("submits " + who, (race) -> race.submits(who)));
		Arbitrary<Step> held = runner.map((who) -> Step.of("is held " + who, (race) -> race.isHeld(who)));
		Arbitrary<Step> accepted = runner
			.map((who) -> Step.of("is accepted " + who, (race) -> race.isDecided(who, true)));
		Arbitrary<Step> rejected = runner
			.map((who) -> Step.of("is rejected " + who, (race) -> race.isDecided(who, false)));
		Arbitrary<Step> withdraws = runner.map((who) -> Step.of("withdraws " + who, (race) -> race.withdraws(who)));
		Arbitrary<Step> begins = Arbitraries.just(Step.of("begins", RaceWeekend::begins));
		Arbitrary<Step> ends = Arbitraries.of(CallEnd.class)
			.map((end) -> Step.of("ends " + end, (race) -> race.ends(end)));
		Arbitrary<Step> wakes = Arbitraries.just(Step.of("wakes", RaceWeekend::wakes));
		Arbitrary<Step> passes = Arbitraries.of(1, 5, 29, 31, 61, 75, 300, 599, 900)
			.map((seconds) -> Step.of("passes " + seconds, (race) -> race.passes(Duration.ofSeconds(seconds))));
		return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, submits), net.jqwik.api.Tuple.of(1, held),
				net.jqwik.api.Tuple.of(1, accepted), net.jqwik.api.Tuple.of(1, rejected),
				net.jqwik.api.Tuple.of(2, withdraws), net.jqwik.api.Tuple.of(10, begins),
				net.jqwik.api.Tuple.of(10, ends), net.jqwik.api.Tuple.of(1, wakes), net.jqwik.api.Tuple.of(8, passes));
	}

	/**
	 * Something that happens on the weekend; its name shows in a counter-example.
	 */
	record Step(String name, Happening happening) {

		static Step of(String name, Happening happening) {
			return new Step(name, happening);
		}

		void happensIn(RaceWeekend weekend) {
			this.happening.in(weekend);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** What a step does. */
	interface Happening {

		void in(RaceWeekend weekend);

	}

}
