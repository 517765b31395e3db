package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link DataFolder}.
 */
@ExtendWith(OutputCaptureExtension.class)
class DataFolderTests {

	@TempDir
	private Path folder;

	private static void prepare(Path data, String... arguments) {
		MockEnvironment environment = new MockEnvironment().withProperty("selftimed.data-dir", data.toString())
			.withProperty("spring.datasource.url", url(data));
		new DataFolder().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
				new SpringApplication(), arguments, environment));
	}

	private static String url(Path data) {
		return "jdbc:h2:file:" + data.resolve("selftimed") + ";MODE=PostgreSQL;TRACE_LEVEL_FILE=0";
	}

	private static String rights(Path place) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
	}

	@Test
	void theDatabaseIsForItsOwnerOnlyEvenInAFolderForAll() throws IOException, SQLException {
		assumeTrue(this.folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		Path data = Files.createDirectory(this.folder.resolve("data"));
		Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
		for (int start = 1; start <= 2; start++) {
			prepare(data);
			try (Connection connection = DriverManager.getConnection(url(data), "selftimed", "");
					Statement statement = connection.createStatement()) {
				statement.execute("create table start_" + start + " (id int)");
				assertThat(rights(data.resolve("selftimed.mv.db"))).isEqualTo("rw-------");
			}
		}
		assertThat(rights(data)).isEqualTo("rwxr-xr-x");
	}

	@Test
	void whatOthersMayReadOrReplaceIsWarnedOf(CapturedOutput output) throws IOException {
		assumeTrue(this.folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		prepare(this.folder);
		assertThat(output).doesNotContain("other users");
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.setPosixFilePermissions(this.folder.resolve("selftimed.mv.db"),
				PosixFilePermissions.fromString("rw-r--r--"));
		prepare(this.folder);
		assertThat(output).contains("selftimed.mv.db can be read by other users", "with chmod 600.",
				this.folder + " can be written to by other users");
	}

	@Test
	void movingUpMakesNothing() {
		prepare(this.folder.resolve("data"), "move-up");
		assertThat(this.folder.resolve("data")).doesNotExist();
	}

	@Test
	void aNewFolderIsForItsOwnerOnly() throws IOException {
		assumeTrue(this.folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		Path data = this.folder.resolve("a/data");
		prepare(data);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
		prepare(data);
	}

	@Test
	void whereNoFolderCanBeTheStartGoesOn() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "");
		prepare(file.resolve("data"));
		assertThat(file).isRegularFile();
	}

}
