package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What keeps the house small, and what it leaves alone.
 */
@BothDatabases
class HousekeepingTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final RaceTables races;

	private Instant now = HarborLights.NOON;

	HousekeepingTests(TestDatabase database) {
		this.database = database;
		this.races = RaceTables.in(database);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	private Housekeeping housekeeping() {
		return new Housekeeping(new Chores(this.database.jdbc(), this.database.transactions(), () -> this.now),
				this.races.counts(), new Attempts(this.database.jdbc()), SETTINGS, () -> this.now);
	}

	private int rows(String table) {
		return this.database.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
	}

	private Map<String, Object> counted(long event, String what) {
		return this.database.jdbc()
			.sql("select sum(delta) as sum, count(*) as count from event_count_delta where event_id = ? and what = ?")
			.params(event, what)
			.query()
			.singleRow();
	}

	@Test
	void countsAreFoldedAndStayWhatTheyAre() {
		for (int times = 0; times < 2500; times++) {
			this.races.counts().add(41001, "submissions", 1);
		}
		this.races.counts().add(41001, "waiting", 3);
		this.races.counts().add(41001, "waiting", -3);
		this.races.counts().add(41003, "submissions", 1);
		housekeeping().keepHouse();
		assertThat(counted(41001, "submissions")).hasToString("{sum=2500, count=1}");
		assertThat(counted(41001, "waiting")).hasToString("{sum=0, count=1}");
		assertThat(counted(41003, "submissions")).hasToString("{sum=1, count=1}");
	}

	@Test
	void itIsDoneOnceInAWhileByWhoeverComesFirst() {
		housekeeping().keepHouse();
		this.races.counts().add(41001, "submissions", 1);
		this.races.counts().add(41001, "submissions", 1);
		housekeeping().keepHouse();
		assertThat(rows("event_count_delta")).isEqualTo(2);
		this.now = this.now.plus(Duration.ofMinutes(10));
		housekeeping().keepHouse();
		assertThat(rows("event_count_delta")).isEqualTo(1);
	}

	@Test
	void oldAttemptsGoButForWhatRunSignupAnsweredLast() {
		DeliveryOffice office = new DeliveryOffice(this.database, SETTINGS);
		office.accepted(1, 101, 1_471_500);
		office.answers((results) -> new UserResultsAnswer.Unavailable(5, "Database error."));
		office.deliver();
		office.pass(Duration.ofMinutes(1));
		office.answersAllReceived();
		office.deliver();
		office.accepted(2, 102, 1_471_500);
		office.answers((results) -> new UserResultsAnswer.Refused(115, "Bib number is invalid."));
		office.deliver();
		this.now = office.now().plus(Duration.ofDays(89));
		housekeeping().keepHouse();
		assertThat(rows("delivery_attempt")).isEqualTo(3);
		this.now = office.now().plus(Duration.ofDays(91));
		housekeeping().keepHouse();
		assertThat(
				this.database.jdbc().sql("select outcome from delivery_attempt order by id").query(String.class).list())
			.containsExactly("received", "refused");
		assertThat(office.progress(1).receivedAt()).isNotNull();
	}

}
