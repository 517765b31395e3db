package io.selftimed.backup;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Databases that are no file of H2's are left alone: memory, and PostgreSQL.
 */
@BothDatabases
class OtherDatabasesTests {

	private final H2Copy copy;

	@TempDir
	private Path folder;

	OtherDatabasesTests(TestDatabase database) {
		this.copy = new H2Copy(database.dataSource());
	}

	@Test
	void noCopyIsMade() throws SQLException {
		assertThat(this.copy.isPossible()).isFalse();
		Backups backups = new Backups(this.copy,
				new BackupSettings(Duration.ofDays(1), 7, this.folder.resolve("backups")),
				new BackupSpace(0, (folder) -> Long.MAX_VALUE), () -> Instant.EPOCH);
		backups.backUpIfDue();
		assertThat(backups.backUpNow()).isEqualTo(new BackupDesk.Outcome.NotOurs());
		assertThat(backups.standing().possible()).isFalse();
		assertThat(this.folder).isEmptyDirectory();
	}

}
