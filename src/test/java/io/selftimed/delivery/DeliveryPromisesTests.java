package io.selftimed.delivery;

import java.time.Duration;
import java.util.List;

import io.selftimed.TestDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * The promises of the design, under any order of events: the newest accepted word stands
 * at RunSignup in the end, no older call begins after a newer one, and no more than two
 * calls are under way.
 */
class DeliveryPromisesTests {

	@Property(tries = 600)
	void holdOnH2(@ForAll("weekends") List<Step> weekend) {
		holdIn(TestDatabase.H2, weekend);
	}

	@Property(tries = 200)
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
		return step().list().ofMinSize(10).ofMaxSize(60);
	}

	private static Arbitrary<Step> step() {
		Arbitrary<Long> runner = Arbitraries.longs().between(1, RaceWeekend.RUNNERS);
		return Arbitraries.frequencyOf(
				often(6, runner.map((who) -> Step.of("submits " + who, (race) -> race.submits(who)))),
				often(1, runner.map((who) -> Step.of("is held " + who, (race) -> race.isHeld(who)))),
				often(1, runner.map((who) -> Step.of("is accepted " + who, (race) -> race.isDecided(who, true)))),
				often(1, runner.map((who) -> Step.of("is rejected " + who, (race) -> race.isDecided(who, false)))),
				often(1, runner
					.map((who) -> Step.of("is rejected after all " + who, (race) -> race.isRejectedAfterAll(who)))),
				often(1, runner.map((who) -> Step.of("withdraws " + who, (race) -> race.withdraws(who)))),
				often(8, Arbitraries.just(Step.of("begins", RaceWeekend::begins))),
				often(8, ends().map((end) -> Step.of("ends " + end, (race) -> race.ends(end)))),
				often(1, Arbitraries.just(Step.of("wakes", RaceWeekend::wakes))),
				often(6, Arbitraries.of(1, 29, 31, 75, 300, 599)
					.map((seconds) -> Step.of("passes " + seconds,
							(race) -> race.passes(Duration.ofSeconds(seconds))))));
	}

	/** Rather what leaves doubt than what closes a gate. */
	private static Arbitrary<CallEnd> ends() {
		return Arbitraries.frequencyOf(often(4, Arbitraries.just(CallEnd.RECEIVED)),
				often(3, Arbitraries.of(CallEnd.SILENCE_APPLIED, CallEnd.SILENCE_APPLIED_LATE, CallEnd.SILENCE_LOST)),
				often(3, Arbitraries.of(CallEnd.DIED_APPLIED, CallEnd.DIED_APPLIED_LATE, CallEnd.SLEPT)),
				often(2, Arbitraries.of(CallEnd.class)));
	}

	private static <T> Tuple2<Integer, Arbitrary<? extends T>> often(int times, Arbitrary<? extends T> what) {
		return Tuple.<Integer, Arbitrary<? extends T>>of(times, what);
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
