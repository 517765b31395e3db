package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real disk of a few megabytes, mounted for a test, which can be filled.
 */
final class SmallDisk implements AutoCloseable {

	private static final int PIECE = 16 * 1024;

	private final Path folder;

	private SmallDisk(Path folder) {
		this.folder = folder;
	}

	/**
	 * Mounts one.
	 * @param folder a folder that is there and empty
	 * @param megabytes its size
	 * @throws IOException if it may not be mounted here
	 */
	static SmallDisk mountedAt(Path folder, int megabytes) throws IOException {
		run(List.of("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", folder.toString()));
		return new SmallDisk(folder);
	}

	Path folder() {
		return this.folder;
	}

	/** Leaves so many bytes free, or a little less; 0 leaves nothing. */
	void leave(long free) {
		makeRoom();
		try (FileChannel filler = FileChannel.open(filler(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			while (free() > free) {
				ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(1, free() - free)));
				while (piece.hasRemaining()) {
					filler.write(piece);
				}
			}
		}
		catch (IOException ex) {
			if (free > 0) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** Takes away what was filled in. */
	void makeRoom() {
		try {
			Files.deleteIfExists(filler());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long free() throws IOException {
		return Files.getFileStore(this.folder).getUsableSpace();
	}

	private Path filler() {
		return this.folder.resolve("something-else");
	}

	private static void run(List<String> command) throws IOException {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IOException(String.join(" ", command) + " failed");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/** Unmounts it, also while a process that ends just now still holds it. */
	@Override
	public void close() {
		try {
			run(List.of("umount", "--lazy", this.folder.toString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
