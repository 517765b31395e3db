package io.selftimed.security;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import io.selftimed.StartRefusal;

/**
 * The file that holds the secret key of a demonstration, made at its first start and
 * readable by its owner only.
 */
final class SecretKeyFile {

	private final Path file;

	SecretKeyFile(Path folder) {
		this.file = folder.resolve("secret-key");
	}

	/**
	 * The key in the file; the first who asks makes it, all at once or not at all.
	 * @return the key, in base64
	 * @throws StartRefusal if the file can neither be read nor made
	 */
	String read() {
		try {
			if (!Files.exists(this.file)) {
				make();
			}
			return Files.readString(this.file).strip();
		}
		catch (IOException ex) {
			throw new StartRefusal("The file " + this.file + " can neither be read nor made: let this user write to"
					+ " that folder, or name another with selftimed.data-dir.");
		}
	}

	private void make() throws IOException {
		Path folder = this.file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Path fresh = Files.createTempFile(folder, "secret-key", ".new");
		try {
			Files.writeString(fresh, random() + "\n");
			put(fresh);
		}
		finally {
			Files.deleteIfExists(fresh);
		}
	}

	private void put(Path fresh) throws IOException {
		try {
			link(fresh);
		}
		catch (FileAlreadyExistsException ex) {
			// Another process was first: its key counts.
		}
	}

	private void link(Path fresh) throws IOException {
		try {
			Files.createLink(this.file, fresh);
		}
		catch (UnsupportedOperationException ex) {
			Files.move(fresh, this.file);
		}
	}

	static String random() {
		byte[] key = new byte[SecretKeys.LENGTH];
		new SecureRandom().nextBytes(key);
		return Base64.getEncoder().encodeToString(key);
	}

}
