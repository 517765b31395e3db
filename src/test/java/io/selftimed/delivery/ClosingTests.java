package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.EventSetup;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.NoReads;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.runsignup.VirtualSettings;
import io.selftimed.submission.DeliveryProgress.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * RunSignup stops taking results: what settles is sent in time, and what is refused after
 * that is a state of its own.
 */
@BothDatabases
class ClosingTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ofMinutes(5),
			Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10),
			Duration.ofMinutes(10), Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final List<Long> asked = new ArrayList<>();

	private @Nullable Instant answered;

	ClosingTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	private void closesIn(Duration time) {
		this.database.jdbc()
			.sql("update event set remote_accepts_until = ?")
			.param(this.office.now().plus(time).atOffset(ZoneOffset.UTC))
			.update();
	}

	private Duration settlesIn(Duration closing) {
		closesIn(closing);
		this.office.accepted(1, 101, 1_471_500);
		Duration waited = Duration.ZERO;
		this.office.answersAllReceived();
		while (!this.office.deliver()) {
			this.office.pass(Duration.ofSeconds(30));
			waited = waited.plusSeconds(30);
		}
		return waited;
	}

	@Test
	void aResultSettlesNoLongerThanTwoMinutesBeforeRunSignupCloses() {
		assertThat(settlesIn(Duration.ofMinutes(4))).isEqualTo(Duration.ofMinutes(2));
	}

	@Test
	void inTheLastTwoMinutesItIsSentAtOnce() {
		assertThat(settlesIn(Duration.ofSeconds(90))).isZero();
	}

	@Test
	void longBeforeTheEndItSettlesAsUsual() {
		assertThat(settlesIn(Duration.ofDays(3))).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void whatIsRefusedAfterTheEndIsTooLateAndDoesNotPutTheEventInDoubt() {
		closesIn(Duration.ZERO);
		for (int bib = 101; bib <= 104; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
		}
		for (int call = 0; call < 12; call++) {
			this.office.answers((results) -> new UserResultsAnswer.Refused(9, "Not open."));
		}
		while (this.office.deliver()) {
			assertThat(this.office.calls()).hasSizeLessThan(12);
		}
		for (int bib = 101; bib <= 104; bib++) {
			assertThat(this.office.delivery(bib)).containsEntry("state", "too-late").containsEntry("due_at", null);
		}
		assertThat(this.office.gates().closed()).isEmpty();
		assertThat(this.office.counted()).containsEntry("too-late", 4L).containsEntry("waiting", 0L);
		assertThat(this.office.progress(101).stage()).isEqualTo(Stage.TOO_LATE);
	}

	@Test
	void whatIsRefusedBeforeTheEndIsRefused() {
		closesIn(Duration.ofHours(1));
		this.office.accepted(1, 101, 1_471_500);
		this.office.pass(Duration.ofMinutes(5));
		this.office.answers((results) -> new UserResultsAnswer.Refused(9, "Not open."));
		this.office.deliver();
		assertThat(this.office.delivery(1)).containsEntry("state", "refused");
	}

	@Test
	void runSignupIsAskedEveryHourAndWhatItSaidIsKeptWhileItDoesNotAnswer() {
		RemoteClosing closing = closing();
		Instant end = this.office.now().plus(Duration.ofDays(3));
		this.answered = end;
		closing.ask();
		closing.ask();
		assertThat(this.asked).containsExactlyInAnyOrder(41001L, 41003L);
		assertThat(closing.of(41001)).hasValue(end);
		this.answered = null;
		this.office.pass(Duration.ofHours(1));
		closing.ask();
		assertThat(this.asked).hasSize(4);
		assertThat(closing.of(41001)).hasValue(end);
	}

	@Test
	void whatIsSetUpOrOpenedAgainIsAskedForAtOnceAndOnce() {
		this.database.jdbc()
			.sql("update event set opens_at = ?, closes_at = ? where event_id = 41001")
			.params(at(Duration.ofDays(1)), at(Duration.ofDays(5)))
			.update();
		this.database.jdbc()
			.sql("update event set remote_asked_at = ? where event_id <> 41001")
			.param(at(Duration.ZERO))
			.update();
		this.answered = this.office.now().plus(Duration.ofDays(3));
		RemoteClosing closing = closing();
		closing.askAtOnce();
		closing.askAtOnce();
		assertThat(this.asked).containsExactly(41001L);
		assertThat(closing.of(41001)).hasValue(this.answered);
		EventSetup events = RaceTables.eventSetup(this.database.jdbc(), this.database.transactions(),
				this.office.gates(), (what, race, about) -> {
				});
		int version = events.describe(41001).orElseThrow().version();
		events.closeAt(41001, version, this.office.now().plus(Duration.ofDays(9)));
		closing.askAtOnce();
		assertThat(this.asked).containsExactly(41001L, 41001L);
		this.answered = null;
		this.database.jdbc().sql("update event set remote_asked_at = null, closes_at = opens_at").update();
		this.office.pass(Duration.ofDays(2));
		closing.askAtOnce();
		assertThat(this.asked).as("of closed events it does not matter").hasSize(2);
	}

	private OffsetDateTime at(Duration later) {
		return this.office.now().plus(later).atOffset(ZoneOffset.UTC);
	}

	private RemoteClosing closing() {
		return new RemoteClosing(this.database.jdbc(), new NoReads() {
			@Override
			public ReadAnswer<VirtualSettings> virtualSettings(long raceId, long eventId) {
				ClosingTests.this.asked.add(eventId);
				return (ClosingTests.this.answered != null)
						? new ReadAnswer.Found<>(new VirtualSettings(ClosingTests.this.answered, true))
						: super.virtualSettings(raceId, eventId);
			}
		}, new Chores(this.database.jdbc(), this.database.transactions(), this.office::now), this.office::now);
	}

}
