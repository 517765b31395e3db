package io.selftimed.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo organizer's password: as set, or made once and kept in a file that only its
 * owner can read.
 */
@Component
@Profile("demo")
class DemoPassword {

	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private final @Nullable String set;

	private final Path file;

	DemoPassword(@Value("${selftimed.sandbox.organizer-password:#{null}}") @Nullable String set,
			@Value("${selftimed.data-dir}") Path dataDir) {
		this.set = set;
		this.file = dataDir.resolve("sandbox-organizer-password");
	}

	/** The password. */
	String value() {
		if (this.set != null && !this.set.isBlank()) {
			return this.set;
		}
		try {
			return Files.exists(this.file) ? Files.readString(this.file).strip() : make();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String make() throws IOException {
		Files.createDirectories(this.file.toAbsolutePath().getParent());
		String password = new SecureRandom().ints(16, 0, LETTERS.length())
			.mapToObj((index) -> LETTERS.substring(index, index + 1))
			.collect(Collectors.joining());
		try {
			Files.createFile(this.file,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		catch (FileAlreadyExistsException ex) {
			return Files.readString(this.file).strip();
		}
		catch (UnsupportedOperationException ex) {
			Files.createFile(this.file);
		}
		Files.writeString(this.file, password);
		return password;
	}

}
