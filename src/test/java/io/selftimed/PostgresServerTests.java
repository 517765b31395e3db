package io.selftimed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PostgresServer}: an engine that gives no container costs little.
 */
class PostgresServerTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Test
	void aContainerThatStartsIsTaken() {
		PostgresServer server = (database) -> database;
		assertThat(PostgresServer.inTime(() -> server, LONG)).contains(server);
	}

	@Test
	void anImageThatNeverComesIsNotWaitedFor() {
		CountDownLatch never = new CountDownLatch(1);
		assertThat(PostgresServer.inTime(() -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return (database) -> database;
		}, Duration.ofMillis(20))).isEmpty();
		never.countDown();
	}

	@Test
	void anEngineThatRefusesIsLeftAlone() {
		assertThat(PostgresServer.inTime(() -> {
			throw new IllegalStateException("no such image");
		}, LONG)).isEmpty();
		assertThat(PostgresServer.inTime(() -> {
			throw new ExceptionInInitializerError("no engine");
		}, LONG)).isEmpty();
	}

}
