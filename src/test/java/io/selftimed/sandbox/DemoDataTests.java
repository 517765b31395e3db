package io.selftimed.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.sandbox.api.KeptResults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo's race as it stands in the tables.
 */
@BothDatabases
class DemoDataTests {

	private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

	private final TestDatabase database;

	private final JdbcClient jdbc;

	@TempDir
	private Path folder;

	private KeptResults kept;

	DemoDataTests(TestDatabase database) {
		this.database = database;
		this.jdbc = database.jdbc();
	}

	@BeforeEach
	void clean() {
		this.database.clean();
		this.kept = new KeptResults(this.folder);
	}

	@AfterEach
	void close() throws IOException {
		this.kept.close();
	}

	@Test
	void fillsFourEventsWithFourHundredRunnersEach() {
		start(NOON, "first");
		assertThat(number("select count(*) from event")).isEqualTo(4);
		assertThat(number("select count(*) from participant")).isEqualTo(1600);
		assertThat(number("select registration_id from participant where event_id = 41001 and bib = 105"
				+ " and last_name = 'Reyes'"))
			.isEqualTo(41001105);
		assertThat(this.jdbc.sql("select birth_date from participant where event_id = 41002 and bib = 101")
			.query(LocalDate.class)
			.single()).isEqualTo("1990-04-12");
		assertThat(number("select count(distinct last_name) from participant")).isEqualTo(40);
	}

	@Test
	void deliversTheClosedEventOnBothSides() {
		start(NOON, "first");
		assertThat(number("select count(*) from submission where event_id = 41004")).isEqualTo(380);
		assertThat(number("select count(*) from submission_log")).isEqualTo(380);
		assertThat(number("select count(*) from delivery where state = 'received' and due_at is null"
				+ " and delivered_submission_id = wanted_submission_id"))
			.isEqualTo(376);
		assertThat(number("select count(*) from delivery_attempt where outcome = 'refused' and error_code = 115"))
			.isEqualTo(4);
		assertThat(number("select sum(delta) from event_count_delta where what = 'received'")).isEqualTo(376);
		assertThat(this.kept.newest(null, 1000)).hasSize(376);
		assertThat(number("select count(*) from submission s join event e on e.event_id = s.event_id"
				+ " where s.submitted_at < e.opens_at or s.submitted_at >= e.closes_at"))
			.isZero();
	}

	@Test
	void theClosedEventLooksLikeARace() {
		start(NOON, "first");
		assertThat(number("select count(*) from submission where clock_time_ms between 300000 and 720000"
				+ " and mod(clock_time_ms, 100) = 0"))
			.isEqualTo(number("select count(*) from submission where outcome = 'FINISHED'"))
			.isGreaterThan(350);
		assertThat(number("select min(clock_time_ms) from submission")).isLessThan(360_000);
		assertThat(number("select count(*) from submission where outcome in ('DNF', 'DNS')")).isGreaterThan(5);
		assertThat(this.jdbc.sql("select submitted_at from submission order by id")
			.query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.list()).isSorted();
	}

	@Test
	void startsAgainWithoutDoublingAndMovesWhatHasPassed() {
		start(NOON, "first");
		Instant later = NOON.plus(Duration.ofDays(31));
		start(later, "first");
		assertThat(number("select count(*) from participant")).isEqualTo(1600);
		assertThat(this.jdbc.sql("select count(*) from event where opens_at <= :now and closes_at > :now")
			.param("now", later.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single()).isEqualTo(3);
	}

	@Test
	void organizerSignsInWithThePasswordOfTheLastStart() {
		start(NOON, "first");
		start(NOON, "second");
		String stored = this.jdbc.sql("select password from organizer where demo = true").query(String.class).single();
		assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches("second", stored)).isTrue();
		assertThat(number("select count(*) from organizer_role where race_id = 4100 and role = 'owner'")).isEqualTo(1);
	}

	@Test
	void passwordIsMadeOnceAndKept() {
		String made = new DemoPassword("", this.folder).reveal();
		assertThat(made).hasSize(24);
		assertThat(new DemoPassword(" ", this.folder).reveal()).isEqualTo(made);
		assertThat(this.folder.resolve("sandbox-organizer-password").toFile()).exists();
	}

	@Test
	void staysAwayFromRealRaces() {
		this.jdbc.sql("insert into race (race_id, name, time_zone, contact) values (7, 'Hill', 'UTC', 'x')").update();
		start(NOON, "first");
		assertThat(number("select count(*) from race")).isEqualTo(1);
		assertThat(number("select count(*) from organizer")).isZero();
	}

	private void start(Instant now, String password) {
		NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(this.database.dataSource());
		new DemoData(this.jdbc, batches, this.database.transactions(), InstantSource.fixed(now),
				new DemoOrganizer(this.jdbc, new DemoPassword(password, this.folder)),
				new DemoDeliveries(batches, this.kept))
			.write();
	}

	private long number(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
