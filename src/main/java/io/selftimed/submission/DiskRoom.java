package io.selftimed.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks at what is free where the H2 file is. A PostgreSQL server keeps its own disk, and
 * refuses by itself. Health is degraded without room, not down: all else is served.
 */
@Component("room")
class DiskRoom implements Room, HealthIndicator {

	private static final Status DEGRADED = new Status("DEGRADED");

	private final boolean keptHere;

	private final FreeSpace free;

	private final long least;

	@Autowired
	DiskRoom(Environment environment, SubmissionSettings settings) {
		this(environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:"),
				() -> Files.getFileStore(folder(environment)).getUsableSpace(), settings);
	}

	DiskRoom(boolean keptHere, FreeSpace free, SubmissionSettings settings) {
		this.keptHere = keptHere;
		this.free = free;
		this.least = settings.leastFreeSpace().toBytes();
	}

	@Override
	public boolean isThere() {
		try {
			return !this.keptHere || this.free.bytes() >= this.least;
		}
		catch (IOException ex) {
			// Whether it can be written, writing tells.
			return true;
		}
	}

	@Override
	public Health health() {
		return isThere() ? Health.up().build() : Health.status(DEGRADED).withDetail("least", this.least).build();
	}

	private static Path folder(Environment environment) {
		return Path.of(environment.getProperty("selftimed.data-dir", "./data"));
	}

	/**
	 * What is free on the disk.
	 */
	interface FreeSpace {

		long bytes() throws IOException;

	}

}
