package io.selftimed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL for tests, started once: in a container where an engine is there, else
 * from its own binaries. {@code SELFTIMED_POSTGRES} in the environment may name one of
 * both, {@code container} or {@code binaries}; then the other will not do.
 */
interface PostgresServer {

	/** How long a container may take to be there. */
	Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * The address of a database on it, for the user {@code postgres} without password.
	 */
	String url(String database);

	/** Starts the one that can be had. */
	static PostgresServer started() {
		String wanted = System.getenv().getOrDefault("SELFTIMED_POSTGRES", "any");
		return switch (wanted) {
			case "container" -> container();
			case "binaries" -> binaries();
			default -> containerInTime().orElseGet(PostgresServer::binaries);
		};
	}

	/**
	 * An engine may be there that reaches no registry of images, and asks it for minutes;
	 * or none at all.
	 */
	private static Optional<PostgresServer> containerInTime() {
		CompletableFuture<PostgresServer> container = new CompletableFuture<>();
		Thread.ofPlatform().daemon().start(() -> {
			try {
				container.complete(container());
			}
			catch (Throwable ex) {
				container.completeExceptionally(ex);
			}
		});
		try {
			return Optional.of(container.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
		}
		catch (ExecutionException | TimeoutException ex) {
			System.out.println("No PostgreSQL container could be started, so the tests use its binaries.");
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private static PostgresServer container() {
		@SuppressWarnings("resource") // lives as long as the tests
		PostgreSQLContainer container = TestSelftimed.postgres();
		container.start();
		return (database) -> "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/"
				+ database + "?password=" + container.getPassword();
	}

	private static PostgresServer binaries() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.start();
			return (database) -> server.getJdbcUrl("postgres", database);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
