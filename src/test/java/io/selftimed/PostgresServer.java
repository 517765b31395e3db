package io.selftimed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL for tests, started once: in a container where an engine is there, else
 * from its own binaries. {@code SELFTIMED_POSTGRES} in the environment may name one of
 * both, {@code container} or {@code binaries}; then the other will not do.
 */
interface PostgresServer {

	/** A container whose image is at hand starts in a few seconds. */
	Duration ENOUGH = Duration.ofSeconds(60);

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
			default -> DockerClientFactory.instance().isDockerAvailable() ? containerIfItStarts() : binaries();
		};
	}

	/**
	 * An engine may be there that reaches no registry of images, and then tries for
	 * minutes; a class that could not be initialized is an error, not an exception.
	 */
	private static PostgresServer containerIfItStarts() {
		return inTime(PostgresServer::container, ENOUGH).orElseGet(() -> {
			System.out.println("No PostgreSQL container started within " + ENOUGH.toSeconds()
					+ " s, so the tests use its binaries. SELFTIMED_POSTGRES=container insists on one.");
			return binaries();
		});
	}

	/** What still goes on afterwards goes on alone, and ends with the tests. */
	static Optional<PostgresServer> inTime(Supplier<PostgresServer> start, Duration limit) {
		CompletableFuture<PostgresServer> started = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("postgres-container").start(() -> {
			try {
				started.complete(start.get());
			}
			catch (Throwable ex) {
				started.completeExceptionally(ex);
			}
		});
		return started.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
			.handle((server, failure) -> Optional.ofNullable(server))
			.join();
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
			// Tests delete what others left; without statistics each foreign key would be
			// looked up in all of it.
			EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("autovacuum_naptime", "5s").start();
			return (database) -> server.getJdbcUrl("postgres", database);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
