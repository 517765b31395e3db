package io.selftimed.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What organizers are told, and how often.
 */
@BothDatabases
class NewsTests {

	private final TestDatabase database;

	private final MailRoom room;

	/** Over the same tables. */
	private final MailRoom otherReplica;

	NewsTests(TestDatabase database) {
		this.database = database;
		this.room = new MailRoom(database);
		this.otherReplica = new MailRoom(database);
	}

	@BeforeEach
	void harborLights() {
		MailRoom.furnish(this.database);
		this.room.look();
	}

	@Test
	void aPauseIsToldAfterFiveMinutesOnceAndSoIsItsEnd() {
		this.room.waiting(1);
		this.room.waiting(2);
		this.room.answered(41001, new UserResultsAnswer.SetUpWrongly(301, "Event\u0007 <not> found."));
		pass(Duration.ofMinutes(5));
		bothLook();
		assertThat(this.room.subjects()).isEmpty();
		pass(Duration.ofSeconds(1));
		bothLook();
		bothLook();
		assertThat(this.room.subjects()).containsExactly("Harbor Lights: results are waiting");
		assertThat(this.room.recipients()).containsExactly("ann@example.org", "bea@example.org");
		assertThat(this.room.lastText())
			.contains("since 4 July 2026 at 12:00 (Eastern Daylight Time)",
					"RunSignup does not know this race or event.",
					"RunSignup answered with code 301: Event <not> found.", "harbor-5k (event 41001): 2 results wait",
					"https://results.example.org/organizer/events/harbor-5k", "Nothing is lost")
			.doesNotContain("??", "Lindqvist", "harbor-miles", "{");
		this.room.runSignupAnswers(41001);
		bothLook();
		bothLook();
		assertThat(this.room.subjects()).containsExactly("Harbor Lights: results are waiting",
				"Harbor Lights: results go to RunSignup again");
		assertThat(this.room.lastText()).contains("is over").doesNotContain("??", "{");
	}

	@Test
	void whatIsOverWithinFiveMinutesIsNotTold() {
		this.room.waiting(1);
		this.room.answered(41001, new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		pass(Duration.ofMinutes(4));
		bothLook();
		this.room.runSignupAnswers(41001);
		pass(Duration.ofMinutes(4));
		bothLook();
		assertThat(this.room.subjects()).isEmpty();
	}

	@Test
	void anAbsenceOfRunSignupIsToldAfterHalfAnHour() {
		this.room.waiting(1);
		this.room.runSignupGoesAway();
		pass(Duration.ofMinutes(30));
		bothLook();
		assertThat(this.room.subjects()).isEmpty();
		pass(Duration.ofSeconds(1));
		bothLook();
		assertThat(this.room.subjects()).containsExactly("Harbor Lights: RunSignup is away, results are waiting");
		assertThat(this.room.lastText()).contains("HTTP status 503 without results", "1 result waits")
			.doesNotContain("??", "{");
		this.room.runSignupAnswers(41001);
		bothLook();
		assertThat(this.room.subjects()).last().isEqualTo("Harbor Lights: RunSignup is back");
		assertThat(this.room.lastText()).contains("It had been away since 4 July 2026 at 12:00").doesNotContain("{");
	}

	@Test
	void theNextPauseIsANewOne() {
		this.room.waiting(1);
		for (int pause = 1; pause <= 2; pause++) {
			this.room.answered(41001, new UserResultsAnswer.SetUpWrongly(201, "Race not found."));
			pass(Duration.ofMinutes(6));
			bothLook();
			this.room.runSignupAnswers(41001);
			pass(Duration.ofSeconds(1));
			bothLook();
			assertThat(this.room.subjects()).hasSize(2 * pause);
		}
	}

	@Test
	void aRaceOfWhichNothingWaitsHearsNothing() {
		this.database.jdbc().sql("""
				insert into race (race_id, name, time_zone, contact) values (4200, 'Hill Run', 'UTC', 'x')
				""").update();
		this.database.jdbc()
			.sql("insert into organizer_role (organizer_id, race_id, role) select id, 4200, 'owner' from organizer")
			.update();
		this.room.waiting(1, 41003);
		this.room.answered(41003, new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		pass(Duration.ofMinutes(6));
		bothLook();
		assertThat(this.room.subjects()).containsExactly("Harbor Lights: results are waiting");
		assertThat(this.room.lastText()).contains("harbor-miles (event 41003)").doesNotContain("harbor-5k");
	}

	@Test
	void refusalsAreToldTogetherAndAtMostOnceAnHour() {
		this.room.refused(1, 41001);
		bothLook();
		this.room.refused(2, 41001);
		this.room.refused(3, 41003);
		pass(Duration.ofSeconds(61));
		bothLook();
		assertThat(this.room.subjects()).containsExactly("Harbor Lights: RunSignup refused 3 results");
		assertThat(this.room.lastText())
			.contains("harbor-5k (event 41001): 2 newly refused", "harbor-miles (event 41003): 1 newly refused")
			.doesNotContain("Lindqvist", "??", "{");
		this.room.refused(4, 41001);
		pass(Duration.ofMinutes(59));
		bothLook();
		assertThat(this.room.subjects()).hasSize(1);
		pass(Duration.ofMinutes(1));
		bothLook();
		assertThat(this.room.subjects()).containsExactly("Harbor Lights: RunSignup refused 3 results",
				"Harbor Lights: RunSignup refused 1 result");
		pass(Duration.ofHours(2));
		bothLook();
		assertThat(this.room.subjects()).hasSize(2);
	}

	@Test
	void whatWasTakenBackOrCorrectedIsNoRefusal() {
		this.room.refused(1, 41001);
		this.room.state(1, "waiting");
		pass(Duration.ofMinutes(2));
		bothLook();
		assertThat(this.room.subjects()).isEmpty();
		assertThat(this.database.jdbc().sql("select count(*) from untold_refusal").query(Long.class).single()).isZero();
	}

	@Test
	void atSevenInTheRacesMorningItIsToldWhatWaitsForAPerson() {
		this.room.counted(41001, "held", 2);
		this.room.counted(41003, "refused", 1_200);
		is("2026-07-05T10:59:59Z");
		bothLook();
		assertThat(this.room.subjects()).isEmpty();
		is("2026-07-05T11:00:00Z");
		bothLook();
		bothLook();
		assertThat(this.room.subjects()).containsExactly("Harbor Lights: results wait for you");
		assertThat(this.room.lastText())
			.contains("harbor-5k (event 41001): 2 held for review, 0 refused by RunSignup",
					"harbor-miles (event 41003): 0 held for review, 1200 refused by RunSignup")
			.doesNotContain("??");
		is("2026-07-06T10:00:00Z");
		bothLook();
		assertThat(this.room.subjects()).hasSize(1);
		is("2026-07-06T13:00:00Z");
		bothLook();
		assertThat(this.room.subjects()).as("two hours late, after a restart").hasSize(2);
	}

	@Test
	void aMorningWithNothingToDoIsQuiet() {
		this.room.counted(41001, "held", 1);
		this.room.counted(41001, "held", -1);
		this.room.counted(41001, "waiting", 5);
		is("2026-07-05T12:00:00Z");
		bothLook();
		assertThat(this.room.subjects()).isEmpty();
	}

	@Test
	void aMorningThatWasMissedByHalfADayIsLeftOut() {
		this.room.counted(41001, "held", 1);
		is("2026-07-05T23:30:00Z");
		bothLook();
		assertThat(this.room.subjects()).isEmpty();
	}

	@Test
	void aNameWithLineBreaksStaysOneLine() {
		this.database.jdbc().sql("update race set name = :name").param("name", "Harbor\r\nBcc: eve@x.org").update();
		this.database.jdbc().sql("update event set name = :name").param("name", "<b>5K</b>\n\nFrom eve").update();
		this.room.refused(1, 41001);
		pass(Duration.ofMinutes(2));
		bothLook();
		assertThat(this.room.subjects()).isEqualTo(List.of("Harbor Bcc: eve@x.org: RunSignup refused 1 result"));
		assertThat(this.room.lastText()).contains("<b>5K</b> From eve (event 41001): 1 newly refused");
	}

	@Test
	void manyReplicasAtOnceTellOnce() throws Exception {
		this.room.waiting(1);
		this.room.refused(2, 41003);
		this.room.counted(41001, "held", 1);
		this.room.answered(41001, new UserResultsAnswer.SetUpWrongly(301, "Event not found."));
		is("2026-07-05T11:00:00Z");
		try (ExecutorService replicas = Executors.newFixedThreadPool(6)) {
			List<Future<?>> looks = new ArrayList<>();
			for (int turn = 0; turn < 30; turn++) {
				looks.add(replicas.submit((turn % 2 == 0) ? this.room::look : this.otherReplica::look));
			}
			for (Future<?> look : looks) {
				look.get(30, TimeUnit.SECONDS);
			}
		}
		assertThat(this.room.subjects()).containsExactlyInAnyOrder("Harbor Lights: results are waiting",
				"Harbor Lights: RunSignup refused 1 result", "Harbor Lights: results wait for you");
	}

	private void pass(Duration time) {
		this.room.pass(time);
		this.otherReplica.pass(time);
	}

	private void is(String moment) {
		this.room.is(moment);
		this.otherReplica.is(moment);
	}

	private void bothLook() {
		this.room.look();
		this.otherReplica.look();
	}

}
