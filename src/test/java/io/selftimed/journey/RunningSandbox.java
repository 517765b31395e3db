package io.selftimed.journey;

import java.nio.file.Path;

import io.selftimed.SelftimedApplication;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole sandbox in this process, over a database of its own, for journeys that change
 * what the demo set up. It ends with its class, as its workers would go on.
 */
@SpringBootTest(classes = SelftimedApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "selftimed.sandbox.organizer-password=" + RunningSandbox.PASSWORD })
@ActiveProfiles("sandbox")
@DirtiesContext
abstract class RunningSandbox {

	static final String PASSWORD = "secret of the tests";

	@TempDir
	private static Path folder;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		properties.add("selftimed.data-dir", () -> folder.toString());
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

}
