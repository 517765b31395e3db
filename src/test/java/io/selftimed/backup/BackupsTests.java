package io.selftimed.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link Backups} with a real file: what is restored is compared with what was
 * there, statement by statement.
 */
class BackupsTests {

	private static final Instant MORNING = Instant.parse("2026-05-02T06:00:00Z");

	@TempDir
	private Path folder;

	private Instant now = MORNING;

	private long free = Long.MAX_VALUE;

	private static DataSource fileIn(Path data) {
		JdbcDataSource file = new JdbcDataSource();
		file.setURL("jdbc:h2:file:" + data.resolve("selftimed")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;"
				+ "OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE");
		file.setUser("selftimed");
		file.setPassword("");
		return file;
	}

	private static void races(DataSource database, long from, int many) {
		for (long id = from; id < from + many; id++) {
			JdbcClient.create(database)
				.sql("insert into race (race_id, name, time_zone, contact) values (:id, 'Harbor Lights', 'UTC', 'c')")
				.param("id", id)
				.update();
		}
	}

	private static List<String> everything(DataSource database) {
		return JdbcClient.create(database).sql("script").query(String.class).list();
	}

	private Backups backups(DataSource database, Duration every, int kept) {
		return new Backups(new H2Copy(database), new BackupSettings(every, kept, this.folder.resolve("backups")),
				new BackupSpace(200, (folder) -> this.free), () -> this.now);
	}

	private List<Path> copies() throws IOException {
		return new BackupFolder(this.folder.resolve("backups")).copies();
	}

	private static Path unzipped(Path zip, Path into) throws IOException {
		try (InputStream file = Files.newInputStream(zip); ZipInputStream copy = new ZipInputStream(file)) {
			for (ZipEntry entry = copy.getNextEntry(); entry != null; entry = copy.getNextEntry()) {
				Path target = into.resolve(entry.getName()).normalize();
				assertThat(target).hasParentRaw(into);
				Files.copy(copy, target);
			}
		}
		return into;
	}

	@Test
	void whatIsRestoredIsWhatWasThere() throws IOException {
		DataSource database = fileIn(this.folder);
		Flyway.configure().dataSource(database).load().migrate();
		races(database, 1, 500);
		List<String> then = everything(database);
		backups(database, Duration.ofDays(1), 7).backUpIfDue();
		races(database, 501, 1);
		Path restored = unzipped(copies().getFirst(), Files.createDirectory(this.folder.resolve("restored")));
		assertThat(everything(fileIn(restored))).isEqualTo(then).isNotEqualTo(everything(database));
	}

	@Test
	void oneIsMadeADayAndTheOldestGo() throws IOException {
		DataSource database = fileIn(this.folder);
		JdbcClient.create(database).sql("create table t (id int)").update();
		Backups backups = backups(database, Duration.ofDays(1), 2);
		for (int hour = 0; hour < 100; hour += 6) {
			this.now = MORNING.plus(Duration.ofHours(hour));
			backups.backUpIfDue();
		}
		assertThat(copies()).extracting((copy) -> copy.getFileName().toString())
			.containsExactly("selftimed-20260506T060000Z.zip", "selftimed-20260505T060000Z.zip");
	}

	@Test
	void aFailedCopyLeavesTheOlderOnes() throws IOException {
		DataSource database = fileIn(this.folder);
		JdbcClient.create(database).sql("create table t (id int)").update();
		backups(database, Duration.ofDays(1), 1).backUpIfDue();
		List<Path> before = copies();
		this.now = MORNING.plus(Duration.ofDays(2));
		JdbcDataSource memory = new JdbcDataSource();
		memory.setURL("jdbc:h2:mem:");
		Backups failing = new Backups(new H2Copy(memory) {
			@Override
			boolean isPossible() {
				return true;
			}

			@Override
			long size() {
				return 0;
			}
		}, new BackupSettings(Duration.ofDays(1), 1, this.folder.resolve("backups")),
				new BackupSpace(200, (folder) -> this.free), () -> this.now);
		assertThat(failing.standing().failed()).isNull();
		failing.backUpIfDue();
		assertThat(failing.standing().failed()).isEqualTo(this.now);
		assertThat(failing.standing().running()).isFalse();
		assertThat(copies()).isEqualTo(before).hasSize(1);
		assertThat(this.folder.resolve("backups/selftimed.part")).doesNotExist();
	}

	@Test
	void whoAsksHasOneWhetherItIsDueOrNot() {
		Backups backups = backups(fileIn(this.folder), Duration.ZERO, 2);
		assertThat(backups.standing().copies()).isEmpty();
		assertThat(backups.backUpNow()).isInstanceOf(BackupDesk.Outcome.Made.class);
		assertThat(backups.standing().copies()).singleElement().satisfies((copy) -> {
			assertThat(copy.begun()).isEqualTo(MORNING);
			assertThat(copy.bytes()).isPositive();
		});
	}

	@Test
	void noneIsBegunThatWouldTakeTheRunnersSpace() throws SQLException, IOException {
		DataSource database = fileIn(this.folder);
		Backups backups = backups(database, Duration.ofDays(1), 2);
		this.free = new H2Copy(database).size();
		assertThat(backups.standing().space().isEnough()).isFalse();
		assertThat(backups.backUpNow()).isEqualTo(new BackupDesk.Outcome.NoRoom());
		backups.backUpIfDue();
		assertThat(backups.standing().failed()).isEqualTo(MORNING);
		assertThat(copies()).isEmpty();
		assertThat(new BackupDesk.Space(1200, 1000, 200).isEnough()).isTrue();
		assertThat(new BackupDesk.Space(1199, 1000, 200).isEnough()).isFalse();
		this.free = Long.MAX_VALUE;
		assertThat(backups.backUpNow()).isInstanceOf(BackupDesk.Outcome.Made.class);
		assertThat(backups.standing().failed()).isNull();
	}

	@Test
	void gaugesTellHowOldTheNewestIsAndWhetherTheLastTryFailed() {
		DataSource database = fileIn(this.folder);
		Backups backups = backups(database, Duration.ofDays(1), 2);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		BackupMeters meters = new BackupMeters(registry, backups, () -> this.now);
		meters.read();
		assertThat(registry.find("selftimed.backup.age").gauge()).as("before the first").isNull();
		assertThat(registry.get("selftimed.backup.failed").gauge().value()).isZero();
		backups.backUpNow();
		this.now = this.now.plus(Duration.ofMinutes(90));
		meters.read();
		assertThat(registry.get("selftimed.backup.age").gauge().value()).isEqualTo(5400);
		this.free = 0;
		backups.backUpNow();
		meters.read();
		assertThat(registry.get("selftimed.backup.failed").gauge().value()).isEqualTo(1);
		JdbcDataSource memory = new JdbcDataSource();
		memory.setURL("jdbc:h2:mem:");
		registry.clear();
		new BackupMeters(registry, backups(memory, Duration.ofDays(1), 2), () -> this.now).read();
		assertThat(registry.find("selftimed.backup.failed").gauge()).as("no file, no copies").isNull();
	}

	@Test
	void oneIsMadeAtATime() {
		DataSource database = fileIn(this.folder);
		List<BackupDesk.Outcome> second = new ArrayList<>();
		AtomicBoolean seen = new AtomicBoolean();
		Backups[] backups = new Backups[1];
		H2Copy slow = new H2Copy(database) {
			@Override
			void writeTo(Path zip) throws SQLException {
				Thread other = Thread.ofVirtual().start(() -> {
					second.add(backups[0].backUpNow());
					assertThat(backups[0].standing().running()).isTrue();
					seen.set(true);
				});
				try {
					other.join();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				super.writeTo(zip);
			}
		};
		backups[0] = new Backups(slow, new BackupSettings(Duration.ofDays(1), 2, this.folder.resolve("backups")),
				new BackupSpace(200, (folder) -> this.free), () -> this.now);
		assertThat(backups[0].backUpNow()).isInstanceOf(BackupDesk.Outcome.Made.class);
		assertThat(second).containsExactly(new BackupDesk.Outcome.Busy());
		assertThat(seen).as("whoever looks sees that it runs").isTrue();
	}

	@Test
	void noughtMakesNone() throws IOException {
		backups(fileIn(this.folder), Duration.ZERO, 2).backUpIfDue();
		assertThat(copies()).isEmpty();
	}

	@Test
	void copiesAreForTheirOwnerOnly() throws IOException {
		assumeTrue(this.folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		DataSource database = fileIn(this.folder);
		backups(database, Duration.ofDays(1), 2).backUpIfDue();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copies().getFirst())))
			.isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve("backups"))))
			.isEqualTo("rwx------");
	}

}
