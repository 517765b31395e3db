package io.selftimed.moveup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code move-up} from a real H2 file to a real PostgreSQL. It has one
 * direction, so it does not run on both databases.
 */
class MoveUpTests {

	@TempDir
	private static Path folder;

	private static MovingHouse house;

	private static byte[] before;

	private static byte[] after;

	private static Mover mover;

	@BeforeAll
	static void move() throws IOException {
		house = new MovingHouse(folder).built("latest").livedIn(200);
		before = Files.readAllBytes(folder.resolve("selftimed.mv.db"));
		Set<Path> files = files();
		mover = new Mover();
		assertThat(mover.move(folder)).as(mover.refused()).isZero();
		after = Files.readAllBytes(folder.resolve("selftimed.mv.db"));
		files.add(folder.resolve("selftimed.moved"));
		assertThat(files()).isEqualTo(files);
	}

	private static Set<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.collect(Collectors.toSet());
		}
	}

	/** The texts of all rows, sorted here, as databases sort differently. */
	private static List<String> rows(JdbcClient database, String query) {
		return database.sql(query).query(String.class).list().stream().sorted().toList();
	}

	@Test
	void everyRowOfEveryTableMovesAndIsCounted() throws SQLException {
		try (Connection source = house.database().getConnection()) {
			assertThat(Tables.byName(source)).hasSizeGreaterThan(30).allSatisfy((name, table) -> {
				long rows = house.jdbc().sql("select count(*) from " + name).query(Long.class).single();
				assertThat(mover.count(name)).as(name).isEqualTo(rows);
				assertThat(mover.said())
					.containsPattern("(?m)^" + name + " +" + "%,d".formatted(rows) + " rows   [0-9a-f]{16}$");
			});
		}
		assertThat(mover.said()).contains("counts and checksums are the same",
				"is marked as moved and does not start any more");
	}

	@Test
	void theFileIsOnlyRead() {
		assertThat(Arrays.equals(before, after)).isTrue();
	}

	@Test
	void valuesArriveAsTheyWere() {
		for (String query : List.of("select concat(id, note, bib, clock_time_ms, doubts, receipt_hash) from submission",
				"select concat(id, last_name, first_name, email, birth_date) from participant",
				"select concat(event_id, '/', tally_least, '/', tally_most) from event",
				"select concat(id, body, html) from mail", "select concat(subject, secret) from credential",
				"select cast(extract(epoch from submitted_at) * 1000000 as bigint) from submission",
				"select concat(lane, '/', fence, '/', turns) from call_lane")) {
			assertThat(rows(mover.there(), query)).as(query).isNotEmpty().isEqualTo(rows(house.jdbc(), query));
		}
	}

	@Test
	void whatIsComputedIsComputedThere() {
		assertThat(rows(mover.there(), "select name_key from participant where last_name = 'O''Briena'")).isNotEmpty()
			.containsOnly("obriena");
		assertThat(mover.count("submission where doubtful")).isPositive();
	}

	@Test
	void sessionsStay() {
		assertThat(rows(house.jdbc(), "select session_id from spring_session")).hasSize(1);
		assertThat(mover.count("spring_session")).isZero();
	}

	@Test
	void numbersAreNeverGivenTwice() throws SQLException {
		long deleted = 2;
		long largest = mover.there().sql("select max(id) from submission").query(Long.class).single();
		try (Connection connection = mover.target().getConnection()) {
			connection.setAutoCommit(false);
			assertThat(numberOf(connection,
					"insert into organizer (email, password) values ('new@example.org', 'x') returning id"))
				.isGreaterThan(deleted);
			assertThat(numberOf(connection, """
					insert into submission (event_id, participant_id, number, submitted_at, outcome, identity_shown,
						review, receipt_hash)
					values (41001, 1, 99, current_timestamp, 'DNF', 'receipt', 'accepted', 'x') returning id
					""")).isGreaterThan(largest);
			connection.rollback();
		}
	}

	private static long numberOf(Connection connection, String insert) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(insert)) {
			row.next();
			return row.getLong(1);
		}
	}

	@Test
	void secretsUnderTheConfiguredKeyAreCounted() {
		assertThat(mover.said()).contains("All 3 encrypted values open with this selftimed.secret-key");
	}

	@Test
	void aSecondTimeItIsRefused() {
		assertThat(mover.refusal(folder)).contains("It was before, at " + Mover.MOVED, "is not empty",
				"start Selftimed over it");
		assertThat(mover.count("race")).isOne();
	}

	@Test
	void anotherPlaceIsRefusedAsBothWouldDeliver() {
		Mover other = new Mover();
		assertThat(other.refusal(folder)).contains("moved to jdbc:postgresql:", "already", "selftimed.moved");
		assertThat(other.count("information_schema.tables where table_schema = 'public'")).isZero();
	}

	@Test
	void theMarkSaysWhereAndWhen() throws IOException {
		assertThat(Files.readAllLines(folder.resolve("selftimed.moved"))).hasSize(3)
			.startsWith(mover.place(), "2026-11-26T12:00:00Z");
	}

}
