package io.selftimed.moveup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.selftimed.security.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What speaks against moving up: each is one sentence with its cure, and nothing is kept
 * of what was begun.
 */
class MoveUpRefusalTests {

	@TempDir
	private static Path before;

	private static MovingHouse lived;

	@TempDir
	private Path folder;

	private MovingHouse house;

	private Mover mover;

	private Path file;

	private Path mark;

	@BeforeAll
	static void liveThere() {
		lived = new MovingHouse(before).built("latest").livedIn(40);
	}

	@BeforeEach
	void prepare() {
		this.house = lived.copyIn(this.folder);
		this.file = this.folder.resolve("selftimed.mv.db");
		this.mark = this.folder.resolve("selftimed.moved");
		this.mover = new Mover();
	}

	private String refusal() {
		return this.mover.refusal(this.folder);
	}

	private void thereRuns(String sql) {
		this.mover.there().sql(sql).update();
	}

	@Test
	void aBrokenMoveLeavesNothingAndCanBeRepeated() {
		this.mover.flyway().migrate();
		thereRuns("alter table submission add constraint no_wind check (note not like 'Wind%')");
		assertThat(refusal()).contains("SQLSTATE 23514").doesNotContain("rain");
		assertThat(this.mover.count("race")).isZero();
		assertThat(this.mover.count("call_lane where fence > 0")).isZero();
		assertThat(this.mark).doesNotExist();
		thereRuns("alter table submission drop constraint no_wind");
		assertThat(this.mover.move(this.folder)).isZero();
	}

	@Test
	void whatIsNotTheSameAfterCopyingIsNotKept() {
		this.mover.flyway().migrate();
		thereRuns("""
				create function changed() returns trigger language plpgsql as
				$$ begin new.note = 'another'; return new; end $$
				""");
		thereRuns("create trigger changed before insert on submission for each row execute function changed()");
		assertThat(refusal()).contains("The rows of submission are not the same after copying");
		assertThat(this.mover.count("race")).isZero();
		assertThat(this.mark).doesNotExist();
	}

	/** A trigger that waits for the commit. */
	private void atTheCommit(String does) {
		this.mover.flyway().migrate();
		thereRuns("create function late() returns trigger language plpgsql as $$ begin " + does
				+ "; return null; end $$");
		thereRuns("create constraint trigger late after insert on race deferrable initially deferred "
				+ "for each row execute function late()");
	}

	@Test
	void aCommitThatIsRefusedTakesTheMarkAway() {
		atTheCommit("raise check_violation");
		assertThat(refusal()).contains("SQLSTATE 23514");
		assertThat(this.mark).doesNotExist();
		assertThat(this.mover.count("race")).isZero();
	}

	@Test
	void aConnectionLostAtTheCommitLeavesTheMarkAndTheMoveIsRepeated() {
		atTheCommit("perform pg_terminate_backend(pg_backend_pid())");
		assertThat(refusal()).contains("went away", "run it again");
		assertThat(this.mark).exists();
		assertThat(this.mover.count("race")).isZero();
		thereRuns("drop trigger late on race");
		assertThat(this.mover.move(this.folder)).as(this.mover.refused()).isZero();
		assertThat(this.mover.count("race")).isOne();
	}

	@Test
	void whatCannotBeMarkedIsNotMoved() throws IOException {
		Files.createDirectories(this.folder.resolve("selftimed.moved.part/in the way"));
		assertThat(refusal()).contains("selftimed.moved, which keeps", "cannot be written");
		assertThat(this.mark).doesNotExist();
		assertThat(this.mover.count("race")).isZero();
	}

	@Test
	void aTableThatIsAddedLaterMovesTooAndOneThatIsMissingIsNamed() {
		this.mover.flyway().migrate();
		String later = "create table added_later (id uuid primary key, bytes bytea, race bigint references race)";
		JdbcClient here = this.house.jdbc();
		here.sql(later).update();
		here.sql("insert into added_later values ('00000000-0000-0000-0000-000000000001', X'00ff', 4100)").update();
		assertThat(refusal()).contains("do not have the same columns in added_later");
		thereRuns(later);
		assertThat(this.mover.move(this.folder)).isZero();
		assertThat(this.mover.count("added_later where encode(bytes, 'hex') = '00ff'")).isOne();
	}

	@Test
	void aTargetOfSomethingElseIsRefused() {
		thereRuns("create table customers (id bigint)");
		assertThat(refusal()).contains("holds tables of something else, such as customers");
	}

	@Test
	void aTargetInUseIsRefusedAndOnlyTheseTablesHaveRowsThen() throws SQLException {
		this.mover.flyway().migrate();
		try (Connection busy = this.mover.target().getConnection(); Statement statement = busy.createStatement()) {
			assertThat(Tables.byName(busy).keySet().stream().filter((table) -> this.mover.count(table) > 0))
				.containsExactlyInAnyOrderElementsOf(NewHome.SEEDED);
			busy.setAutoCommit(false);
			statement.execute("select count(*) from call_lane");
			assertThat(refusal()).contains("is in use: stop the Selftimed that runs over it");
		}
	}

	@Test
	void aTargetOfAnotherKindIsRefused() {
		assertThat(new Mover("jdbc:h2:mem:other").refusal(this.folder))
			.contains("spring.datasource.url does not lead to a PostgreSQL");
	}

	@Test
	void aServerThatIsAwayIsNamedWithoutItsPassword() {
		assertThat(new Mover("jdbc:postgresql://127.0.0.1:1/selftimed?password=hidden").refusal(this.folder))
			.contains("cannot be reached")
			.doesNotContain("hidden");
	}

	@Test
	void aSourceInUseIsRefused() throws IOException {
		try (FileChannel running = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			running.lock();
			assertThat(refusal()).contains("is in use by a Selftimed that runs: stop it");
		}
	}

	@Test
	void anOlderSourceIsRefusedBeforeAnythingIsBuilt() throws IOException {
		Path older = Files.createDirectory(this.folder.resolve("older"));
		new MovingHouse(older).built("12");
		Files.move(older.resolve("selftimed.mv.db"), this.file, StandardCopyOption.REPLACE_EXISTING);
		assertThat(refusal()).contains("is of an older Selftimed than this one: start this version over it once");
		assertThat(this.mover.count("information_schema.tables where table_schema = 'public'")).isZero();
	}

	@Test
	void aNewerSourceIsRefused() {
		this.house.jdbc().sql("""
				insert into "flyway_schema_history" select 9999, '9999', "description", "type", "script", 1,
					"installed_by", "installed_on", 1, true from "flyway_schema_history" where "version" = '12'
				""").update();
		assertThat(refusal()).contains("was written by a newer Selftimed");
	}

	@Test
	void demoDataIsRefusedUnlessItIsARehearsalAndAnotherKeyIsWarnedOf() {
		this.house.jdbc().sql("update race set demo = true").update();
		assertThat(refusal()).contains("holds demo data", "add profile demo to rehearse");
		assertThat(this.mover.move(this.folder, new TestKeys(8).known(), true)).isZero();
		assertThat(this.mover.said()).contains("WARNING: 3 encrypted values do not open");
	}

	@Test
	void aFolderWithoutAnInstallationIsRefused() throws IOException {
		List<String> others = List.of("sandbox.mv.db", "something.mv.db");
		Files.move(this.file, this.folder.resolve(others.getFirst()));
		assertThat(refusal()).contains("holds a sandbox, whose data is made up");
		Files.move(this.folder.resolve(others.getFirst()), this.folder.resolve(others.getLast()));
		assertThat(refusal()).contains("There is no selftimed.mv.db in " + this.folder);
	}

	@Test
	void aFileThatIsNoDatabaseIsRefused() throws IOException {
		Files.write(this.file, new byte[100_000]);
		assertThat(refusal()).contains("cannot be read as an H2 database");
	}

}
