package io.selftimed.runsignup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lanes on both databases, with clocks that stand still until they are moved.
 */
@BothDatabases
class JdbcLanesTests {

	private static final Duration GRACE = Duration.ofSeconds(60);

	private static final Duration DEADLINE = Duration.ofSeconds(30);

	private final TestDatabase database;

	private final AtomicLong nanos = new AtomicLong();

	private Instant now = Instant.parse("2026-07-01T12:00:00Z");

	private final JdbcLanes lanes;

	JdbcLanesTests(TestDatabase database) {
		this.database = database;
		RunSignupSettings settings = new RunSignupSettings(null, false, null, null, "json", DEADLINE);
		this.lanes = new JdbcLanes(database.jdbc(), database.transactions(), () -> this.now, settings,
				new HoldSettings(false), this.nanos::get);
	}

	@BeforeEach
	void empty() {
		this.database.clean();
	}

	@Test
	void whereCallsAreHeldBackThereIsNoLane() {
		JdbcLanes held = new JdbcLanes(this.database.jdbc(), this.database.transactions(), () -> this.now,
				new RunSignupSettings(null, false, null, null, "json", DEADLINE), new HoldSettings(true),
				this.nanos::get);
		assertThat(held.take(GRACE)).isEmpty();
		assertThat(held.takeForRead(GRACE)).isEmpty();
		JdbcGates gates = new JdbcGates(this.database.jdbc(), () -> this.now, new HoldSettings(true));
		assertThat(gates.passage(4100, 41001)).isEqualTo(Gates.Passage.SHUT);
		gates.probeNow(4100, 41001);
		gates.open(4100, 41001);
		assertThat(gates.closed()).singleElement().satisfies((gate) -> {
			assertThat(gate.cause()).isEqualTo(ClosedGate.Cause.HELD);
			assertThat(gate.stops(4100, 41001)).isTrue();
			assertThat(gate.stopsReads(4100, 41001)).isTrue();
		});
		assertThat(new JdbcGates(this.database.jdbc(), () -> this.now, new HoldSettings(false)).passage(4100, 41001))
			.isEqualTo(Gates.Passage.OPEN);
	}

	private LeasedLane taken() {
		return (LeasedLane) this.lanes.take(GRACE).orElseThrow();
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
		this.nanos.addAndGet(time.toNanos());
	}

	@Test
	void twoLanesAreTakenAndNoThird() {
		Lane first = taken();
		assertThat(first.lease()).isEqualTo(Duration.ofSeconds(100));
		taken();
		assertThat(this.lanes.take(GRACE)).isEmpty();
		first.close();
		assertThat(this.lanes.take(GRACE)).isPresent();
		assertThat(this.lanes.take(GRACE)).isEmpty();
	}

	@Test
	void everyTenthTurnIsKeptForAReadThatWaits() {
		this.lanes.announce("somebody", Duration.ofSeconds(10));
		int turns = 0;
		for (Optional<Lane> lane = this.lanes.take(GRACE); lane.isPresent(); lane = this.lanes.take(GRACE)) {
			lane.get().close();
			turns++;
		}
		assertThat(turns).as("nine on each lane").isEqualTo(18);
		Lane read = this.lanes.takeForRead(GRACE).orElseThrow();
		assertThat(this.lanes.take(GRACE)).as("the other lane waits too").isEmpty();
		read.close();
		assertThat(this.lanes.take(GRACE)).as("the next nine").isPresent();
	}

	@Test
	void whoWaitsNoMoreOrTooLongHoldsUpNobody() {
		for (int turn = 0; turn < 15; turn++) {
			Lane first = taken();
			taken().close();
			first.close();
		}
		this.lanes.announce("somebody", Duration.ofSeconds(10));
		assertThat(this.lanes.take(GRACE)).isEmpty();
		this.lanes.leave("somebody");
		this.lanes.take(GRACE).orElseThrow().close();
		this.lanes.announce("somebody else, who died", Duration.ofSeconds(10));
		assertThat(this.lanes.take(GRACE)).isEmpty();
		pass(Duration.ofSeconds(10));
		assertThat(this.lanes.take(GRACE)).isPresent();
	}

	@Test
	void aLaneWhoseOwnerDiedIsFreeAfterItsLease() {
		taken();
		taken();
		pass(Duration.ofSeconds(99));
		assertThat(this.lanes.take(GRACE)).isEmpty();
		pass(Duration.ofSeconds(1));
		assertThat(this.lanes.take(GRACE)).isPresent();
	}

	@Test
	void whoLostALaneDoesNotFreeItsNextOwners() {
		Lane lost = taken();
		taken();
		pass(Duration.ofSeconds(100));
		taken();
		taken();
		lost.close();
		assertThat(this.lanes.take(GRACE)).isEmpty();
	}

	@Test
	void closingTwiceFreesOnce() {
		Lane first = taken();
		first.close();
		taken();
		taken();
		first.close();
		assertThat(this.lanes.take(GRACE)).isEmpty();
	}

	@Test
	void afterAnUnknownOutcomeTheLaneStaysShutForTheGracePeriod() {
		taken();
		LeasedLane unknown = taken();
		pass(Duration.ofSeconds(5));
		unknown.stayShut();
		unknown.close();
		pass(Duration.ofSeconds(59));
		assertThat(this.lanes.take(GRACE)).isEmpty();
		pass(Duration.ofSeconds(1));
		assertThat(this.lanes.take(GRACE)).isPresent();
	}

	@Test
	void aCallNeedsItsDeadlineAndTheGracePeriodBeforeTheLeaseEnds() {
		LeasedLane lane = taken();
		assertThat(lane.hasTimeFor(DEADLINE)).isTrue();
		pass(Duration.ofSeconds(10));
		assertThat(lane.hasTimeFor(DEADLINE)).isTrue();
		pass(Duration.ofNanos(1));
		assertThat(lane.hasTimeFor(DEADLINE)).isFalse();
	}

	@Test
	void aLaneThatAnotherIsJustTakingIsPassedOver() {
		Optional<Lane> second = this.database.transactions().execute((status) -> {
			this.database.jdbc().sql("select lane from call_lane where lane = 1 for update").query(Long.class).single();
			return takenElsewhere();
		});
		assertThat(second).isPresent();
	}

	private Optional<Lane> takenElsewhere() {
		return CompletableFuture.supplyAsync(() -> this.lanes.take(GRACE)).orTimeout(10, TimeUnit.SECONDS).join();
	}

}
