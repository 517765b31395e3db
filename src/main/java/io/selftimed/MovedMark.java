package io.selftimed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The mark of an installation on H2 that has moved: a file beside its database, so that
 * nobody starts it again and delivers what its new home delivers. It is no part of the
 * database, which a move only reads.
 *
 * @param file where it is
 * @param to where it moved, without what may follow a question mark
 * @param at when, an instant as ISO 8601 writes it
 */
public record MovedMark(Path file, String to, String at) {

	private static final String WORDS = "This installation moved there then. Whoever takes this file away can start it "
			+ "again, and results are delivered twice.";

	/**
	 * Prepares the mark of a database; nothing is written.
	 * @param database its file, ending in {@code .mv.db}
	 */
	public static MovedMark of(Path database, String to, Instant at) {
		return new MovedMark(beside(database), to, at.truncatedTo(ChronoUnit.SECONDS).toString());
	}

	/**
	 * The mark that is there. One that cannot be read counts too, without its place.
	 * @param database the database's file, ending in {@code .mv.db}
	 */
	public static Optional<MovedMark> find(Path database) {
		Path file = beside(database);
		return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
	}

	private static Path beside(Path database) {
		Path whole = database.toAbsolutePath().normalize();
		return whole.resolveSibling(String.valueOf(whole.getFileName()).replaceFirst("\\.mv\\.db$", "") + ".moved");
	}

	private static MovedMark read(Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			if (lines.size() > 1) {
				return new MovedMark(file, lines.get(0), lines.get(1));
			}
		}
		catch (IOException ex) {
			// That it is there is what counts.
		}
		return new MovedMark(file, "a place that the mark does not tell", "a time that it does not tell");
	}

	/**
	 * Puts the mark there; it is on the disk when this returns.
	 * @throws IOException if it cannot be written; then there is none that was not there
	 * before
	 */
	public void write() throws IOException {
		Path part = this.file.resolveSibling(this.file.getFileName() + ".part");
		try {
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				ByteBuffer text = StandardCharsets.UTF_8.encode(this.to + "\n" + this.at + "\n" + WORDS + "\n");
				while (text.hasRemaining()) {
					channel.write(text);
				}
				channel.force(true);
			}
			Files.move(part, this.file, StandardCopyOption.ATOMIC_MOVE);
			forceFolder();
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** Takes it away, where a move came to nothing after all. */
	public void remove() throws IOException {
		Files.deleteIfExists(this.file);
		forceFolder();
	}

	/** Not every system opens a folder; those that do not write names at once. */
	private void forceFolder() throws IOException {
		Path folder = this.file.toAbsolutePath().getParent();
		if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

}
