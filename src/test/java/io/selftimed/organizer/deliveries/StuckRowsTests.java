package io.selftimed.organizer.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Since when results are stuck.
 */
@BothDatabases
class StuckRowsTests {

	private final TestDatabase database;

	private final StuckRows stuck;

	StuckRowsTests(TestDatabase database) {
		this.database = database;
		this.stuck = new StuckRows(database.jdbc(), () -> Harbor.NOON.plus(Duration.ofHours(2)));
	}

	/** Marsh was corrected at noon and became due a minute later. */
	@BeforeEach
	void marshWaits() {
		this.database.clean();
		Harbor harbor = new Harbor(this.database.jdbc());
		harbor.runner(1, 101, "Marsh");
		harbor.finish(10, 1, 1);
		harbor.finish(11, 1, 2);
		harbor.delivery(1, 11, "waiting");
		settled(minute(1));
	}

	private static Instant minute(int minute) {
		return Harbor.NOON.plus(Duration.ofMinutes(minute));
	}

	private void settled(@Nullable Instant at) {
		this.database.jdbc()
			.sql("update delivery set settled_at = cast(:at as timestamp with time zone), due_at = cast(:at as timestamp with time zone)")
			.param("at", (at != null) ? at.toString() : null)
			.update();
	}

	private void called(long submission, int minute, String outcome) {
		this.database.jdbc()
			.sql("""
					insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version,
						started_at, outcome, error_message)
					values ('token', ?, 1, ?, 1, ?, ?, ?)""")
			.params(Harbor.EVENT, submission, minute(minute).atOffset(ZoneOffset.UTC), outcome, "said at " + minute)
			.update();
	}

	private StuckRow row(String state) {
		List<StuckRow> rows = this.stuck.of(Harbor.EVENT, state);
		assertThat(rows).hasSize(1);
		return rows.getFirst();
	}

	@Test
	void beforeAnyCallItIsStuckSinceItBecameDue() {
		assertThat(row("waiting").since()).isEqualTo(minute(1));
		called(11, 3, "under-way");
		assertThat(row("waiting").since()).as("a call under way has not failed").isEqualTo(minute(1));
	}

	@Test
	void whatIsNotDueYetIsNotStuck() {
		settled(minute(121));
		assertThat(row("waiting").since()).isNull();
		assertThat(row("waiting").next()).isEqualTo(minute(121));
	}

	@Test
	void whatWaitsIsStuckSinceItBecameDueHoweverLateACallFailed() {
		called(11, 90, "unavailable");
		assertThat(row("waiting").since()).isEqualTo(minute(1));
	}

	@Test
	void theFirstFailedCallCountsAndTheLastIsTold() {
		called(10, 2, "refused");
		called(11, 3, "unavailable");
		called(11, 9, "refused");
		this.database.jdbc().sql("update delivery set state = 'refused', due_at = null").update();
		assertThat(row("refused").since()).isEqualTo(minute(3));
		assertThat(row("refused").message()).isEqualTo("said at 9");
		this.database.jdbc().sql("update delivery set state = 'waiting'").update();
		settled(minute(20));
		assertThat(row("waiting").since()).as("sent again, it is stuck as before").isEqualTo(minute(3));
	}

	@Test
	void whatFailedBeforeRunSignupTookItIsOver() {
		called(11, 3, "unavailable");
		called(11, 4, "received");
		settled(minute(30));
		assertThat(row("waiting").since()).as("sent again by a person").isEqualTo(minute(30));
		called(11, 31, "unknown");
		called(11, 32, "refused");
		assertThat(row("waiting").since()).isEqualTo(minute(30));
		this.database.jdbc().sql("update delivery set state = 'refused', due_at = null").update();
		assertThat(row("refused").since()).isEqualTo(minute(31));
	}

	@Test
	void whereNothingElseIsKnownItIsStuckSinceItWasSent() {
		settled(null);
		assertThat(row("waiting").since()).isEqualTo(Harbor.NOON);
	}

}
