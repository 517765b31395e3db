package io.selftimed.delivery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A week in which everything goes wrong once, and nobody watches: on Monday all is where
 * it belongs. It takes no longer than the database needs.
 */
@BothDatabases
class WeekOfTroubleTests {

	private static final int RUNNERS = 300;

	private static final long FIRST_BIB = 101;

	/** The last fifty run the miles. */
	private static final long FIRST_OF_MILES = 351;

	private static final long FIRST_REFUSED = 231;

	private static final long LAST_REFUSED = 251;

	private static final long LAST_BIB = FIRST_BIB + RUNNERS - 1;

	private final TestDatabase database;

	private final RaceWeek week;

	/** Times that RunSignup will not take. */
	private final Set<Long> impossible = new HashSet<>();

	WeekOfTroubleTests(TestDatabase database) {
		this.database = database;
		this.week = new RaceWeek(database);
	}

	@BeforeAll
	static void quiet() {
		QuietLogs.begin();
	}

	@AfterAll
	static void loudAgain() {
		QuietLogs.end();
	}

	@BeforeEach
	void roster() {
		bibs(FIRST_BIB, LAST_BIB).forEach(
				(bib) -> this.week.comes(bib, (bib < FIRST_OF_MILES) ? RaceWeek.HARBOR_5K : RaceWeek.HARBOR_MILES));
	}

	@Test
	void endsWithEveryNewestResultAtRunSignupAndElevenRefused() {
		mondayIsQuiet();
		tuesdayTheMilesAreSetUpWronglyAndTheCredentialEndsAtNight();
		wednesdayBothAreMendedAndRunSignupThrottlesForAnHour();
		thursdayTheProcessIsKilledDuringACall();
		fridayElevenResultsAreRefused();
		saturdayALostCallIsAppliedLate();
		sundayRunSignupHangsAllEveningAndTheProcessIsKilledAgain();
		onMondayAllIsWell();
	}

	private void mondayIsQuiet() {
		send(bibs(101, 140), monday("08:00"), Duration.ofMinutes(5));
		send(bibs(101, 110), monday("14:00"), Duration.ofSeconds(1));
		this.week.livesUntil(monday("23:00"));
		assertThat(waiting(RaceWeek.HARBOR_5K)).isZero();
	}

	private void tuesdayTheMilesAreSetUpWronglyAndTheCredentialEndsAtNight() {
		this.week.runSignupAnswers(WeekOfTroubleTests::milesAreUnknown);
		send(bibs(FIRST_OF_MILES, LAST_BIB), tuesday("09:00"), Duration.ofMinutes(2));
		send(bibs(141, 160), tuesday("09:01"), Duration.ofMinutes(2));
		int before = this.week.runSignup().calls();
		this.week.livesUntil(tuesday("22:00"));
		assertThat(waiting(RaceWeek.HARBOR_MILES)).isEqualTo(50);
		assertThat(waiting(RaceWeek.HARBOR_5K)).as("another event goes on").isZero();
		closedGatesBurnNoAttempts();
		assertThat(this.week.runSignup().calls() - before).as("13 hours of a probe in 15 minutes, and 20 results")
			.isBetween(40, 90);
		this.week.runSignupAnswers((results) -> new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		send(bibs(161, 180), tuesday("22:30"), Duration.ofSeconds(5));
	}

	private void wednesdayBothAreMendedAndRunSignupThrottlesForAnHour() {
		int before = this.week.runSignup().calls();
		this.week.livesUntil(wednesday("06:00"));
		assertThat(this.week.runSignup().calls() - before).as("probes of a night").isLessThan(60);
		assertThat(waiting(RaceWeek.HARBOR_5K)).isEqualTo(20);
		closedGatesBurnNoAttempts();
		assertThat(this.week.closedGates()).extracting(ClosedGate::scope)
			.containsExactlyInAnyOrder(ClosedGate.Scope.EVENT, ClosedGate.Scope.CREDENTIAL);
		this.week.runSignupAnswers(WeekOfTroubleTests::milesAreUnknown);
		this.week.credentialIsEdited();
		this.week.livesUntil(wednesday("06:00").plusSeconds(10));
		assertThat(waiting(RaceWeek.HARBOR_5K)).as("at once after the edit").isZero();
		this.week.livesUntil(wednesday("10:00"));
		this.week.runSignupIsWell();
		this.week.isEdited(RaceWeek.HARBOR_MILES);
		this.week.livesUntil(wednesday("10:00").plusSeconds(10));
		assertThat(waiting(RaceWeek.HARBOR_MILES)).as("at once after the edit").isZero();
		throttledForAnHour(wednesday("15:00"));
	}

	private void throttledForAnHour(Instant start) {
		this.week.livesUntil(start);
		int before = this.week.runSignup().calls();
		this.week.runSignupAnswers(
				(results) -> new UserResultsAnswer.Throttled(Duration.ofMinutes(5), "Too many requests."));
		send(bibs(181, 200), start, Duration.ofMinutes(1));
		this.week.livesUntil(start.plus(Duration.ofHours(1)));
		assertThat(this.week.runSignup().calls() - before).as("once in five minutes").isBetween(11, 13);
		assertThat(waiting(RaceWeek.HARBOR_5K)).isEqualTo(20);
		closedGatesBurnNoAttempts();
		this.week.runSignupIsWell();
		this.week.livesUntil(start.plus(Duration.ofMinutes(66)));
		assertThat(waiting(RaceWeek.HARBOR_5K)).isZero();
	}

	/** Counted while all wait behind the gates: what is received counts anew. */
	private void closedGatesBurnNoAttempts() {
		assertThat(this.database.jdbc()
			.sql("select max(attempts) from delivery where state = 'waiting'")
			.query(Integer.class)
			.single()).isZero();
	}

	private void thursdayTheProcessIsKilledDuringACall() {
		this.week.livesUntil(thursday("12:00"));
		this.week.runSignupAnswers((results) -> null);
		send(bibs(201, 230), thursday("12:00"), Duration.ZERO);
		this.week.livesUntil(thursday("12:01").plusSeconds(5));
		assertThat(this.week.underWay()).isEqualTo(2);
		this.week.isKilled();
		this.week.livesUntil(thursday("12:04"));
		this.week.starts();
		this.week.runSignupIsWell();
		send(bibs(201, 203), thursday("12:05"), Duration.ZERO);
		this.week.livesUntil(thursday("12:10"));
		assertThat(waiting(RaceWeek.HARBOR_5K)).isZero();
	}

	/** Every other one is good, so that batches are halved to find the bad ones. */
	private void fridayElevenResultsAreRefused() {
		this.week.livesUntil(friday("10:00"));
		this.week.runSignupAnswers(this::impossibleOnesAreRefused);
		this.week.on(friday("10:00"), () -> bibs(FIRST_REFUSED, LAST_REFUSED).filter(WeekOfTroubleTests::isRefused)
			.forEach((bib) -> this.impossible.add(this.week.sends(bib))));
		send(bibs(FIRST_REFUSED, 260).filter((bib) -> !isRefused(bib)), friday("10:00"), Duration.ZERO);
		send(bibs(259, 260), friday("20:00"), Duration.ZERO);
		this.week.livesUntil(friday("22:00"));
		assertThat(state("refused")).isEqualTo(11);
		assertThat(waiting(RaceWeek.HARBOR_5K)).isZero();
	}

	private void saturdayALostCallIsAppliedLate() {
		this.week.livesUntil(saturday("11:00"));
		this.week.runSignupAnswers((results) -> null);
		long old = this.week.sends(261);
		this.week.livesUntil(saturday("11:01").plusSeconds(1));
		this.week.whatIsUnderWayIsAppliedLate(ModelRunSignup.PATIENCE);
		this.week.livesUntil(saturday("11:01").plusSeconds(40));
		this.week.runSignupAnswers(this::impossibleOnesAreRefused);
		long corrected = this.week.sends(261);
		this.week.livesUntil(saturday("11:05"));
		assertThat(this.week.standsFor(261)).isEqualTo(new UserResult.Time.Clock(corrected));
		this.week.livesUntil(saturday("11:11").plusSeconds(2));
		assertThat(this.week.standsFor(261)).as("the old word has come late").isEqualTo(new UserResult.Time.Clock(old));
		this.week.livesUntil(saturday("11:12"));
		assertThat(this.week.standsFor(261)).as("sent once more").isEqualTo(new UserResult.Time.Clock(corrected));
	}

	private void sundayRunSignupHangsAllEveningAndTheProcessIsKilledAgain() {
		send(bibs(262, 350), sunday("15:00"), Duration.ofMinutes(3));
		send(bibs(101, 200), sunday("16:00"), Duration.ofMinutes(2));
		this.week.livesUntil(sunday("18:00"));
		this.week.runSignupAnswers((results) -> null);
		int before = this.week.runSignup().calls();
		this.week.livesUntil(sunday("20:00"));
		this.week.isKilled();
		this.week.livesUntil(sunday("20:01"));
		this.week.starts();
		this.week.livesUntil(sunday("23:00"));
		assertThat(this.week.closedGates()).extracting(ClosedGate::cause).containsExactly(ClosedGate.Cause.OUTAGE);
		assertThat(this.week.runSignup().calls() - before).as("no more than a probe a minute").isBetween(100, 310);
		assertThat(waiting(RaceWeek.HARBOR_5K)).isGreaterThan(60);
		this.week.runSignupAnswers(this::impossibleOnesAreRefused);
		this.week.livesUntil(sunday("23:05"));
		assertThat(waiting(RaceWeek.HARBOR_5K)).as("five minutes after the end").isZero();
	}

	private void onMondayAllIsWell() {
		this.week.livesUntil(RaceWeek.nextMonday("08:00"));
		bibs(FIRST_BIB, LAST_BIB).filter((bib) -> !isRefused(bib))
			.forEach(
					(bib) -> assertThat(this.week.standsFor(bib)).as("bib %s", bib).isEqualTo(this.week.wantedOf(bib)));
		assertThat(state("received")).isEqualTo(RUNNERS - 11);
		assertThat(refusals()).hasSize(11).containsOnly("115 Bib number is invalid.");
		assertThat(count("delivery where due_at is not null or claim_token is not null")).isZero();
		assertThat(count("delivery_attempt where ended_at is null")).isZero();
		assertThat(this.week.closedGates()).isEmpty();
		assertThat(this.week.runSignup().mostAtOnce()).isEqualTo(2);
		assertThat(this.week.runSignup().calls()).as("calls of a week").isBetween(400, 700);
	}

	private static boolean isRefused(long bib) {
		return bib >= FIRST_REFUSED && bib <= LAST_REFUSED && bib % 2 == 1;
	}

	private static UserResultsAnswer milesAreUnknown(UserResults results) {
		return (results.eventId() == RaceWeek.HARBOR_MILES)
				? new UserResultsAnswer.SetUpWrongly(301, "Event not found.") : DeliveryOffice.allReceived(results);
	}

	private UserResultsAnswer impossibleOnesAreRefused(UserResults results) {
		boolean impossible = results.results()
			.stream()
			.anyMatch((result) -> result.time() instanceof UserResult.Time.Clock(long milliseconds)
					&& this.impossible.contains(milliseconds));
		return impossible ? new UserResultsAnswer.Refused(115, "Bib number is invalid.")
				: DeliveryOffice.allReceived(results);
	}

	/** Runners will send results one after the other. */
	private void send(LongStream bibs, Instant start, Duration apart) {
		Instant moment = start;
		for (long bib : bibs.toArray()) {
			this.week.on(moment, () -> this.week.sends(bib));
			moment = moment.plus(apart);
		}
	}

	private static LongStream bibs(long first, long last) {
		return LongStream.rangeClosed(first, last);
	}

	private int waiting(long event) {
		return count("delivery where state = 'waiting' and event_id = " + event);
	}

	private int state(String state) {
		return count("delivery where state = '" + state + "'");
	}

	private int count(String from) {
		return this.database.jdbc().sql("select count(*) from " + from).query(Integer.class).single();
	}

	/** How the last attempts of refused results ended, in RunSignup's words. */
	private List<String> refusals() {
		return this.database.jdbc().sql("""
				select a.error_code, a.error_message from delivery_attempt a join delivery d
					on d.participant_id = a.participant_id
				where d.state = 'refused' and a.outcome = 'refused'
					and a.id = (select max(l.id) from delivery_attempt l where l.participant_id = a.participant_id)
				""").query((row, number) -> row.getInt(1) + " " + row.getString(2)).list();
	}

	private static Instant monday(String time) {
		return RaceWeek.at(DayOfWeek.MONDAY, time);
	}

	private static Instant tuesday(String time) {
		return RaceWeek.at(DayOfWeek.TUESDAY, time);
	}

	private static Instant wednesday(String time) {
		return RaceWeek.at(DayOfWeek.WEDNESDAY, time);
	}

	private static Instant thursday(String time) {
		return RaceWeek.at(DayOfWeek.THURSDAY, time);
	}

	private static Instant friday(String time) {
		return RaceWeek.at(DayOfWeek.FRIDAY, time);
	}

	private static Instant saturday(String time) {
		return RaceWeek.at(DayOfWeek.SATURDAY, time);
	}

	private static Instant sunday(String time) {
		return RaceWeek.at(DayOfWeek.SUNDAY, time);
	}

}
