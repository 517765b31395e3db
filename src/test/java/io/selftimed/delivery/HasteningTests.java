package io.selftimed.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a person brings forward, what charts count, and what is written to files.
 */
@BothDatabases
class HasteningTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final Hastening hastening;

	HasteningTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
		this.hastening = new LockedHastening(database.transactions(), database.jdbc(), this.office.gates(),
				this.office::now, new Bell());
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	@Test
	void afterAnOutageOneCallIsTriedAtOnce() {
		this.office.accepted(1, 101, 1_471_500);
		for (int call = 0; call < 5; call++) {
			this.office.answers(new UserResultsAnswer.Unavailable(null, "502"));
			this.office.deliver();
			this.hastening.tryNow(4100, 41001);
		}
		assertThat(this.office.gates().closed()).hasSize(1);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.delivery(1)).containsEntry("state", "received");
		assertThat(this.office.gates().closed()).isEmpty();
	}

	@Test
	void whileRunSignupAsksToSlowDownNothingIsBroughtForward() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Throttled(Duration.ofMinutes(1), "slow down"));
		this.office.deliver();
		this.hastening.tryNow(4100, 41001);
		assertThat(this.office.deliver()).isFalse();
	}

	@Test
	void whoRestsAfterAnUnknownOutcomeGoesOnResting() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Unknown("silence"));
		this.office.deliver();
		this.hastening.tryNow(4100, 41001);
		assertThat(this.office.deliver()).isFalse();
	}

	@Test
	void whatWasRefusedIsSentAgainAsAVersionOfItsOwn() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Refused(115, "Bib number is invalid."));
		this.office.deliver();
		Resending resending = new LockedResending(this.database.transactions(), RaceTables.in(this.database).roster(),
				this.database.jdbc(), RaceTables.in(this.database).counts(), SETTINGS, this.office::now, new Bell());
		assertThat(resending.sendAgain(41003, 1, 7)).as("of another event").isFalse();
		assertThat(resending.sendAgain(41001, 1, 7)).isTrue();
		assertThat(resending.sendAgain(41001, 1, 7)).as("twice").isFalse();
		assertThat(this.office.counted()).containsEntry("refused", 0L).containsEntry("waiting", 1L);
		this.office.answersAllReceived();
		this.office.deliver();
		assertThat(this.office.delivery(1)).containsEntry("state", "received");
		assertThat(this.office.counted()).containsEntry("refused", 0L).containsEntry("waiting", 0L);
	}

	@Test
	void chartsCountTheNewestTimeOfEachRunner() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.accepted(2, 102, 1_479_000);
		assertThat(bars()).isEqualTo(Map.of(98L, 2L));
		this.office.accepted(1, 101, 1_500_000);
		assertThat(bars()).isEqualTo(Map.of(98L, 1L, 100L, 1L));
		this.office.withdrawn(1);
		assertThat(bars()).isEqualTo(Map.of(98L, 1L));
		RaceTables.in(this.database).counts().fold();
		assertThat(bars()).isEqualTo(Map.of(98L, 1L));
		assertThat(this.database.jdbc()
			.sql("select count(*) from event_histogram_delta where what = 'time'")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	private Map<Long, Long> bars() {
		Map<Long, Long> bars = new TreeMap<>();
		this.database.jdbc()
			.sql("select bucket, sum(delta) from event_histogram_delta where what = 'time' group by bucket having sum(delta) <> 0")
			.query((row, number) -> bars.put(row.getLong(1), row.getLong(2)))
			.list();
		return bars;
	}

	@Test
	void whatCountsIsReadAsItIsSent() throws IOException {
		this.office.accepted(1, 101, 1_471_500);
		this.office.accepted(1, 101, 1_500_000);
		this.office.accepted(2, 102, 1_471_500);
		this.office.withdrawn(2);
		this.office.answersAllReceived();
		this.office.deliver();
		this.office.accepted(3, 103, 1_471_500);
		List<UserResult> results = new ArrayList<>();
		new JdbcWantedResults(this.database.jdbc(), RaceTables.in(this.database).events()).read(41001, results::add);
		assertThat(results).extracting(UserResult::bib, UserResult::time)
			.containsExactly(tuple(101L, new UserResult.Time.Clock(1_500_000)),
					tuple(103L, new UserResult.Time.Clock(1_471_500)));
		assertThat(results.getFirst()).isEqualTo(this.office.lastSent());
	}

}
