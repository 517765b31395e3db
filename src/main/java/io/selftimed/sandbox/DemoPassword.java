package io.selftimed.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

import io.selftimed.StartRefusal;

/**
 * The password of the demo's organizer: the one that is set, or one that is made once and
 * kept in a file that only its owner can read.
 */
final class DemoPassword {

	private static final int LENGTH_IN_BYTES = 12;

	/** What bcrypt compares. */
	private static final int LONGEST = 72;

	private static final String FILE = "sandbox-organizer-password";

	private final String password;

	private final String place;

	/**
	 * Finds or makes the password.
	 * @param configured the password that is set, blank if none is
	 * @param folder where the file is or will be
	 * @throws StartRefusal if the file can neither be read nor made, or the password is
	 * too long
	 */
	DemoPassword(String configured, Path folder) {
		this.password = configured.isBlank() ? read(folder.resolve(FILE)) : configured;
		if (this.password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			throw new StartRefusal("selftimed.sandbox.organizer-password is longer than " + LONGEST
					+ " bytes, and no more are compared: choose a shorter one.");
		}
		this.place = configured.isBlank() ? "in the file " + folder.resolve(FILE)
				: "set by selftimed.sandbox.organizer-password";
	}

	/** Where the password can be read, without saying it. */
	String place() {
		return this.place;
	}

	/** The password itself. */
	String reveal() {
		return this.password;
	}

	private static String read(Path file) {
		try {
			if (!Files.exists(file)) {
				make(file);
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new StartRefusal("The file " + file + " can neither be read nor made: let this user write to that "
					+ "folder, or set selftimed.sandbox.organizer-password.");
		}
	}

	/** Files that the platform makes as temporary ones are their owner's only. */
	private static void make(Path file) throws IOException {
		Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
		Path fresh = Files.createTempFile(folder, FILE, ".new");
		try {
			Files.writeString(fresh, random() + "\n");
			Files.move(fresh, file);
		}
		catch (FileAlreadyExistsException ex) {
			// Another process was first: its password counts.
		}
		finally {
			Files.deleteIfExists(fresh);
		}
	}

	private static String random() {
		byte[] bytes = new byte[LENGTH_IN_BYTES];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
