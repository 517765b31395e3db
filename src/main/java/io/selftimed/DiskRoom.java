package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks at what is free where the H2 file is, and in the data folder, which may be on
 * another disk: the smaller counts. A PostgreSQL server keeps its own disk, and refuses
 * by itself. Health is degraded without room, not down: all else is served.
 */
@Component("room")
@EnableConfigurationProperties(RoomSettings.class)
class DiskRoom implements Room, HealthIndicator, MeterBinder {

	private static final Status DEGRADED = new Status("DEGRADED");

	/** The folders by what they are for. */
	private final Map<String, Path> folders;

	private final boolean keptHere;

	private final Disk disk;

	private final long least;

	@Autowired
	DiskRoom(Environment environment, RoomSettings settings) {
		this(environment.getProperty("spring.datasource.url", ""),
				Path.of(environment.getProperty("selftimed.data-dir", "./data")),
				(folder) -> Files.getFileStore(folder).getUsableSpace(), settings);
	}

	DiskRoom(String url, Path dataDir, Disk disk, RoomSettings settings) {
		this.folders = new LinkedHashMap<>(Map.of("data", dataDir));
		DataFolder.database(url)
			.map((file) -> file.toAbsolutePath().getParent())
			.ifPresent((folder) -> this.folders.put("database", folder));
		this.keptHere = this.folders.containsKey("database");
		this.disk = disk;
		this.least = settings.leastFreeSpace().toBytes();
	}

	@Override
	public boolean isThere() {
		return !this.keptHere || this.folders.values().stream().allMatch(this::hasRoom);
	}

	/** Whether it can be written where nothing can be asked, writing tells. */
	private boolean hasRoom(Path folder) {
		try {
			return this.disk.free(existing(folder)) >= this.least;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/** The folder, or the nearest above it that is there yet. */
	private static Path existing(Path folder) {
		Path there = folder.toAbsolutePath();
		while (!Files.exists(there) && there.getParent() != null) {
			there = there.getParent();
		}
		return there;
	}

	@Override
	public Health health() {
		return isThere() ? Health.up().build() : Health.status(DEGRADED).withDetail("least", this.least).build();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.folders.forEach((name, folder) -> Gauge.builder("selftimed.disk.free", folder, this::free)
			.description("Bytes that are free where files of this installation are")
			.tag("folder", name)
			.register(registry));
	}

	private double free(Path folder) {
		try {
			return this.disk.free(existing(folder));
		}
		catch (IOException ex) {
			return Double.NaN;
		}
	}

	/**
	 * What is free on the disk of a folder, in bytes.
	 */
	interface Disk {

		long free(Path folder) throws IOException;

	}

}
