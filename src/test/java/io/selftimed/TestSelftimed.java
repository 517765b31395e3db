package io.selftimed;

import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;

/**
 * Starts the sandbox over a PostgreSQL in a container, for development:
 * {@code ./mvnw spring-boot:test-run}.
 */
public final class TestSelftimed {

	private TestSelftimed() {
	}

	public static void main(String... arguments) {
		SpringApplication.from(SelftimedApplication::main).with(Containers.class).run(arguments);
	}

	/** As tests and development run it: durability is for the real one. */
	static PostgreSQLContainer postgres() {
		return new PostgreSQLContainer("postgres:17").withUsername("postgres")
			.withDatabaseName("postgres")
			.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
	}

	/** What the application finds beside it. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		@ServiceConnection
		PostgreSQLContainer database() {
			return postgres();
		}

	}

}
