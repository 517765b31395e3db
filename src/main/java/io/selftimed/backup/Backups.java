package io.selftimed.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.selftimed.backup.BackupDesk.Outcome.Busy;
import io.selftimed.backup.BackupDesk.Outcome.Failed;
import io.selftimed.backup.BackupDesk.Outcome.Made;
import io.selftimed.backup.BackupDesk.Outcome.NoRoom;
import io.selftimed.backup.BackupDesk.Outcome.NotOurs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a copy when the newest has become old or somebody asks for one, and drops the
 * oldest only after one more is whole. A copy that fails is tried again ten minutes later
 * and disturbs nobody; none is begun that would take the runners' space.
 */
@Component
class Backups implements BackupDesk {

	private static final Logger logger = LoggerFactory.getLogger(Backups.class);

	private final H2Copy copy;

	private final BackupSettings settings;

	private final BackupFolder folder;

	private final BackupSpace space;

	private final InstantSource time;

	/** One at a time. H2 has one process, so this is enough. */
	private final ReentrantLock turn = new ReentrantLock();

	private volatile @Nullable Instant failed;

	Backups(H2Copy copy, BackupSettings settings, BackupSpace space, InstantSource time) {
		this.copy = copy;
		this.settings = settings;
		this.folder = new BackupFolder(settings.folder());
		this.space = space;
		this.time = time;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void backUpIfDue() {
		try {
			if (!this.settings.every().isZero() && this.copy.isPossible() && isDue()) {
				backUpNow();
			}
		}
		catch (IOException | SQLException ex) {
			failed(ex);
		}
	}

	private boolean isDue() throws IOException {
		Instant due = this.time.instant().minus(this.settings.every());
		return this.folder.newest().map((newest) -> !newest.isAfter(due)).orElse(true);
	}

	@Override
	public Outcome backUpNow() {
		if (!this.turn.tryLock()) {
			return new Busy();
		}
		try {
			return this.copy.isPossible() ? backUpIfThereIsRoom() : new NotOurs();
		}
		catch (IOException | SQLException ex) {
			return failed(ex);
		}
		finally {
			this.turn.unlock();
		}
	}

	private Outcome backUpIfThereIsRoom() throws IOException, SQLException {
		Space there = this.space.at(this.settings.folder(), this.copy.size());
		if (there.isEnough()) {
			Copy made = backUp();
			this.failed = null;
			return new Made(made);
		}
		this.failed = this.time.instant();
		logger.error(
				"No backup is made: it may take {} bytes of the {} that are free in {}, and {} have to stay free."
						+ " Make room there, or name another folder with selftimed.backup.folder.",
				there.needed(), there.free(), this.settings.folder(), there.least());
		return new NoRoom();
	}

	private Copy backUp() throws IOException, SQLException {
		Instant begun = this.time.instant();
		Path part = this.folder.begin();
		Copy made;
		try {
			this.copy.writeTo(part);
			made = this.folder.finish(part, begun);
		}
		finally {
			Files.deleteIfExists(part);
		}
		this.folder.keep(this.settings.kept());
		logger.info("Made a backup; backups kept: {}", this.folder.copies().size());
		return made;
	}

	private Outcome failed(Exception ex) {
		this.failed = this.time.instant();
		logger.error("No backup could be made, and the older ones are kept: {}", ex.getMessage());
		return new Failed();
	}

	@Override
	public Standing standing() {
		Path there = this.settings.folder().toAbsolutePath().normalize();
		try {
			boolean possible = this.copy.isPossible();
			List<Copy> copies = possible ? this.folder.described() : List.of();
			Space left = possible ? this.space.at(there, this.copy.size()) : new Space(0, 0, 0);
			return new Standing(possible, there, copies, this.settings.every(), this.settings.kept(), left,
					this.turn.isLocked(), this.failed);
		}
		catch (IOException | SQLException ex) {
			throw new IllegalStateException("the folder of backups cannot be read", ex);
		}
	}

}
