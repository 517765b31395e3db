package io.selftimed;

import java.util.List;
import java.util.Set;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * What is wanted of this run, by the word before the settings: none serves runners, and
 * {@code move-up} copies an H2 installation to PostgreSQL. A word that is misspelt must
 * not start a server.
 */
enum Command {

	SERVE, MOVE_UP;

	/** By name, as a module may use this package but not this package a module. */
	private static final Set<String> MOVING_UP = Set.of("io.selftimed.moveup.MoveUp",
			"io.selftimed.security.SecurityConfiguration");

	/**
	 * The command of an application's arguments.
	 * @throws StartRefusal if there is no such command
	 */
	static Command of(String... arguments) {
		List<String> words = new DefaultApplicationArguments(arguments).getNonOptionArgs();
		if (words.isEmpty()) {
			return SERVE;
		}
		if (words.equals(List.of("move-up"))) {
			return MOVE_UP;
		}
		throw new StartRefusal("The words before the settings are not understood: write move-up to copy an H2 "
				+ "installation to PostgreSQL, or none to start. Settings begin with --.");
	}

	/** Runs without pages, and says only what the command says. */
	static void moveUp(SpringApplication application) {
		application.setSources(MOVING_UP);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setLogStartupInfo(false);
		LoggingSystem.get(Command.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
	}

}
