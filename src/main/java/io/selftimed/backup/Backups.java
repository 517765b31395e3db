package io.selftimed.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a copy when the newest has become old, and drops the oldest only after one more
 * is whole. A copy that fails is tried again ten minutes later and disturbs nobody.
 */
@Component
class Backups {

	private static final Logger logger = LoggerFactory.getLogger(Backups.class);

	private final H2Copy copy;

	private final BackupSettings settings;

	private final BackupFolder folder;

	private final InstantSource time;

	Backups(H2Copy copy, BackupSettings settings, InstantSource time) {
		this.copy = copy;
		this.settings = settings;
		this.folder = new BackupFolder(settings.folder());
		this.time = time;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void backUpIfDue() {
		try {
			if (!this.settings.every().isZero() && this.copy.isPossible() && isDue()) {
				backUp();
			}
		}
		catch (IOException | SQLException ex) {
			logger.error("No backup could be made, and the older ones are kept: {}", ex.getMessage());
		}
	}

	private boolean isDue() throws IOException {
		Instant due = this.time.instant().minus(this.settings.every());
		return this.folder.newest().map((newest) -> !newest.isAfter(due)).orElse(true);
	}

	private void backUp() throws IOException, SQLException {
		Instant begun = this.time.instant();
		Path part = this.folder.begin();
		try {
			this.copy.writeTo(part);
			this.folder.finish(part, begun);
		}
		finally {
			Files.deleteIfExists(part);
		}
		this.folder.keep(this.settings.kept());
		logger.info("Made a backup; {} are kept", this.folder.copies().size());
	}

}
