package io.selftimed.organizer.detail;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a submission's page says of calls, history, and of what RunSignup would hold.
 */
@BothDatabases
class SubmissionDetailsTests {

	private final TestDatabase database;

	private final SubmissionDetails details;

	private final Harbor[] world = new Harbor[1];

	SubmissionDetailsTests(TestDatabase database) {
		this.database = database;
		this.details = new SubmissionDetails(database.jdbc());
	}

	@BeforeEach
	void marshHasTwo() {
		this.database.clean();
		Harbor harbor = new Harbor(this.database.jdbc());
		harbor.runner(1, 101, "Marsh");
		harbor.finish(1, 1, 1);
		harbor.finish(2, 1, 2);
		harbor.delivery(1, 2, "waiting");
		this.world[0] = harbor;
	}

	private SubmissionDetail.Delivery delivery(long id) {
		return this.details.find(Harbor.EVENT, id).orElseThrow().delivery();
	}

	private void becomes(long id, String column, String value) {
		this.database.jdbc().sql("update submission set " + column + " = ? where id = ?").params(value, id).update();
	}

	@Test
	void beforeAnyCallTheEarlierOneTakesItsPlace() {
		assertThat(delivery(2).rejected()).isEqualTo("earlier");
		assertThat(delivery(2).other())
			.isEqualTo(new SubmissionDetail.Standing(false, "FINISHED", new io.selftimed.race.ClockTime(1_471_500)));
		assertThat(delivery(1).rejected()).isEqualTo("unchanged");
		assertThat(delivery(1).other()).extracting(SubmissionDetail.Standing::later).isEqualTo(true);
	}

	@Test
	void afterACallThereIsAChoiceUnlessNothingEarlierCounts() {
		this.world[0].attempt(2, 1, "received", null);
		assertThat(delivery(2).rejected()).isEqualTo("choice");
		assertThat(delivery(2).withdrawal()).isEqualTo("DNS");
		becomes(1, "review", "rejected");
		assertThat(delivery(2).rejected()).isEqualTo("withdrawal");
		becomes(1, "review", "accepted");
		becomes(1, "outcome", "WITHDRAWN");
		assertThat(delivery(2).rejected()).isEqualTo("withdrawal");
	}

	@Test
	void ofWhatWasNeverHeardOfNothingIsSent() {
		becomes(1, "review", "held");
		assertThat(delivery(2).rejected()).isEqualTo("nothing");
	}

	@Test
	void theWithdrawalInPlaceOfARejectedOneDoesNotStandAgainstIt() {
		becomes(1, "review", "rejected");
		this.database.jdbc().sql("update submission set withdrawal_id = 2 where id = 1").update();
		assertThat(delivery(1).other()).isNull();
	}

	@Test
	void aCallSaysWhatRunSignupReadAndWhetherItApproved() {
		this.world[0].received(2, 1, 1_785_600_000L);
		this.database.jdbc()
			.sql("update delivery_attempt set elevation_gain_in_mm = 120500, result_approval_ts = 1785600060")
			.update();
		SubmissionDetail.Attempt attempt = this.details.attempts(2).getFirst();
		assertThat(attempt.elevation()).hasToString("120.5");
		assertThat(attempt.approvedAt()).isEqualTo("2026-08-01T16:01:00Z");
	}

	@Test
	void theHistorySaysWhyAndInWhichWords() {
		log("held", "every,doubtful", null);
		log("accepted", "within the rules", null);
		log("rejected", "", "Another course.");
		assertThat(this.details.history(2)).extracting((one) -> one.why() + " " + one.words())
			.containsExactly("[] Another course.", "[organizer.why.within-the-rules] null",
					"[organizer.hold.every, organizer.hold.doubtful] null");
	}

	private void log(String what, String why, @org.jspecify.annotations.Nullable String words) {
		this.database.jdbc()
			.sql("insert into submission_log (submission_id, at, who, what, why, words) values (2, ?, 'runner', ?, ?, ?)")
			.params(java.util.Arrays.asList(Harbor.NOON.atOffset(java.time.ZoneOffset.UTC), what, why, words))
			.update();
	}

}
