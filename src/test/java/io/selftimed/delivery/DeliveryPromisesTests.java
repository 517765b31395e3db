package io.selftimed.delivery;

import java.util.List;

import io.selftimed.TestDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The promises of the design, under any order of events: the newest accepted word stands
 * at RunSignup in the end, no older call begins after a newer one, no more than two calls
 * are under way, closed gates let nothing pass, and what was acknowledged is kept. Two or
 * three processes work at once, and each may break before any statement.
 */
class DeliveryPromisesTests {

	@BeforeContainer
	static void quiet() {
		QuietLogs.begin();
	}

	@AfterContainer
	static void loudAgain() {
		QuietLogs.end();
	}

	@Property(tries = 800)
	void holdOnH2(@ForAll("weekends") List<Happening> weekend, @ForAll @IntRange(min = 2, max = 3) int processes) {
		holdIn(TestDatabase.H2, weekend, processes);
	}

	@Property(tries = 150)
	void holdOnPostgres(@ForAll("weekends") List<Happening> weekend,
			@ForAll @IntRange(min = 2, max = 3) int processes) {
		holdIn(TestDatabase.POSTGRESQL, weekend, processes);
	}

	@Tag("endurance")
	@Property(tries = 10_000)
	void holdOnH2ForLong(@ForAll("longWeekends") List<Happening> weekend,
			@ForAll @IntRange(min = 2, max = 3) int processes) {
		holdIn(TestDatabase.H2, weekend, processes);
	}

	private static void holdIn(TestDatabase database, List<Happening> happenings, int processes) {
		RaceWeekend weekend = new RaceWeekend(database, processes);
		happenings.forEach((happening) -> happening.in(weekend));
		weekend.comesToRest();
		weekend.holdsItsPromises();
	}

	@Provide
	Arbitrary<List<Happening>> weekends() {
		return happening().list().ofMinSize(10).ofMaxSize(60);
	}

	@Provide
	Arbitrary<List<Happening>> longWeekends() {
		return happening().list().ofMinSize(40).ofMaxSize(160);
	}

	private static Arbitrary<Happening> happening() {
		Arbitrary<Integer> at = Arbitraries.integers().between(0, 2);
		Arbitrary<Integer> worker = Arbitraries.integers().between(0, 1);
		return Arbitraries.frequencyOf(often(7, saidAndDecided(at)),
				often(8, Combinators.combine(at, worker, ends()).as(Happening.GoesOn::new)),
				often(7, Combinators.combine(at, worker, ends()).as(Happening.Delivers::new)), often(3, trouble(at)),
				often(6, Arbitraries.of(1, 10, 29, 31, 41, 75, 75, 300, 599).map(Happening.Passes::new)));
	}

	private static Arbitrary<Happening> saidAndDecided(Arbitrary<Integer> at) {
		Arbitrary<Long> runner = Arbitraries.frequencyOf(often(1, Arbitraries.just(1L)),
				often(1, Arbitraries.longs().between(1, RaceWeekend.RUNNERS)));
		Arbitrary<Boolean> seldom = Arbitraries.of(false, false, false, false, true);
		Arbitrary<Boolean> either = Arbitraries.of(true, false);
		return Arbitraries.frequencyOf(
				often(14, Combinators.combine(at, runner, seldom, seldom).as(Happening.Submits::new)),
				often(3, Combinators.combine(at, runner, either).as(Happening.Decides::new)),
				often(2, Combinators.combine(at, runner, seldom).as(Happening.RejectsAfterAll::new)),
				often(1, Combinators.combine(at, runner).as(Happening.AcceptsAfterAll::new)),
				often(1, Combinators.combine(at, runner).as(Happening.Undoes::new)),
				often(1, Combinators.combine(at, runner).as(Happening.Enters::new)),
				often(2, Combinators.combine(at, runner).as(Happening.Withdraws::new)),
				often(1, Arbitraries.longs().between(3, RaceWeekend.RUNNERS).map(Happening.RosterFillsIn::new)),
				often(1, Arbitraries.just(new Happening.BibsAreSwapped())));
	}

	private static Arbitrary<Happening> trouble(Arbitrary<Integer> at) {
		return Arbitraries.frequencyOf(
				often(5, Combinators.combine(at, Arbitraries.integers().between(0, 30), Arbitraries.of(true, false))
					.as(Happening.Breaks::new)),
				often(4, Combinators.combine(at, Arbitraries.of(CallEnd.Fate.class)).as(Happening.Dies::new)),
				often(2, at.map(Happening.Reads::new)),
				often(2, Combinators.combine(at, Arbitraries.of(true, false)).as(Happening.EndsRead::new)),
				often(2, at.map(Happening.Edits::new)));
	}

	/** Rather what leaves doubt than what closes a gate. */
	private static Arbitrary<CallEnd> ends() {
		return Arbitraries.frequencyOf(often(6, Arbitraries.just(CallEnd.RECEIVED)),
				often(6, Arbitraries.of(CallEnd.CUT_AND_APPLIED, CallEnd.CUT_AND_APPLIED_A_MINUTE_LATE,
						CallEnd.CUT_AND_APPLIED_AT_THE_VERY_LAST, CallEnd.CUT_AND_LOST)),
				often(5, Arbitraries.of(CallEnd.class)));
	}

	private static <T> Tuple2<Integer, Arbitrary<? extends T>> often(int times, Arbitrary<? extends T> what) {
		return Tuple.<Integer, Arbitrary<? extends T>>of(times, what);
	}

}
