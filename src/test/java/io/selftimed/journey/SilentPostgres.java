package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of a test's own, which can fall silent: its processes are stopped where
 * they are, as in a machine that has lost its power, and go on later.
 */
final class SilentPostgres implements AutoCloseable {

	private final EmbeddedPostgres server;

	private final long postmaster;

	private boolean dead;

	SilentPostgres(Path folder) {
		try {
			Path data = folder.resolve("postgres");
			this.server = EmbeddedPostgres.builder().setDataDirectory(data).start();
			this.postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The address of its database, for the user {@code postgres}. */
	String url() {
		return this.server.getJdbcUrl("postgres", "postgres");
	}

	/** Answers nothing any more, on connections that are open too. */
	void fallSilent() {
		signal("-STOP");
	}

	/** Goes on where it was. */
	void wake() {
		signal("-CONT");
	}

	/** Is gone: connections are closed, and nobody listens. */
	void die() {
		signal("-KILL");
		this.dead = true;
	}

	/** Stops it, if it lives; its files go with their folder. */
	@Override
	public void close() {
		try {
			if (!this.dead) {
				wake();
				this.server.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The first of them makes the others, so it is stopped first. */
	private void signal(String signal) {
		ProcessHandle.of(this.postmaster).ifPresent((first) -> {
			kill(signal, Stream.of(first));
			kill(signal, first.descendants());
		});
	}

	private static void kill(String signal, Stream<ProcessHandle> processes) {
		List<String> command = new ArrayList<>(List.of("kill", signal));
		processes.map((process) -> String.valueOf(process.pid())).forEach(command::add);
		if (command.size() == 2) {
			return;
		}
		try {
			new ProcessBuilder(command).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
