package io.selftimed;

import java.util.List;
import java.util.Set;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Nothing starts by chance: a profile says what this run is for. The simulator alone
 * starts without a database of ours.
 */
class ProfileChoice implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	/** By name, as a module may use this package but not this package a module. */
	private static final String SIMULATOR_ALONE = "io.selftimed.sandbox.SimulatorAlone";

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Set<String> profiles = Set.of(event.getEnvironment().getActiveProfiles());
		if (Command.of(event.getArgs()) == Command.MOVE_UP) {
			moveUp(profiles, event.getSpringApplication());
			return;
		}
		if (!profiles.contains("simulator") && !profiles.contains("production")) {
			throw new StartRefusal("Choose a profile: sandbox to try it, production to run it "
					+ "(--spring.profiles.active=sandbox).");
		}
		boolean alone = !profiles.contains("demo") && !profiles.contains("production");
		if (alone) {
			event.getSpringApplication().setSources(Set.of(SIMULATOR_ALONE));
		}
		else {
			event.getSpringApplication().addPrimarySources(List.of(SelftimedApplication.class));
		}
	}

	/** It moves to where a production will start, by the settings of that start. */
	private static void moveUp(Set<String> profiles, SpringApplication application) {
		if (!profiles.contains("production")) {
			throw new StartRefusal("move-up takes the settings with which production will start over PostgreSQL: add "
					+ "--spring.profiles.active=production.");
		}
		Command.moveUp(application);
	}

}
