package io.selftimed.delivery;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Silences the loggers that tell of each call and each lane, for tests that make
 * thousands.
 */
final class QuietLogs {

	private static final List<String> TALKATIVE = List.of("io.selftimed.delivery.CallWatch",
			"io.selftimed.runsignup.JdbcLanes");

	private QuietLogs() {
	}

	static void begin() {
		TALKATIVE.forEach((name) -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF));
	}

	static void end() {
		TALKATIVE.forEach((name) -> ((Logger) LoggerFactory.getLogger(name)).setLevel(null));
	}

}
