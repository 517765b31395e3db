package io.selftimed;

import java.util.Set;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Keeps an installation on H2 that has moved from starting again: its new home delivers
 * what waits in it. Never opens the database.
 */
class MovedHome implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Set<String> profiles = Set.of(event.getEnvironment().getActiveProfiles());
		boolean opened = profiles.contains("demo") || profiles.contains("production");
		if (opened && Command.of(event.getArgs()) == Command.SERVE) {
			DataFolder.database(event.getEnvironment().getProperty("spring.datasource.url", ""))
				.flatMap(MovedMark::find)
				.ifPresent(MovedHome::refuse);
		}
	}

	private static void refuse(MovedMark mark) {
		throw new StartRefusal("The installation in selftimed.data-dir moved to " + mark.to() + " at " + mark.at()
				+ ", which delivers what waits here: start Selftimed with spring.datasource.url set to that place, or, if "
				+ "you really want this old one and accept that results are delivered twice, delete " + mark.file()
				+ ".");
	}

}
