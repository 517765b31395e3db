package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link DataFolder}.
 */
class DataFolderTests {

	@TempDir
	private Path folder;

	private static void prepare(Path data) {
		MockEnvironment environment = new MockEnvironment().withProperty("selftimed.data-dir", data.toString());
		new DataFolder().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
				new SpringApplication(), new String[0], environment));
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
