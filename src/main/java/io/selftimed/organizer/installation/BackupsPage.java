package io.selftimed.organizer.installation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.selftimed.backup.BackupDesk;
import org.jspecify.annotations.Nullable;

/**
 * What the page of backups shows.
 *
 * @param possible whether the database is an H2 file
 * @param folder where copies are
 * @param rows the copies, newest first
 * @param hours how old the newest may become, 0 if none is made by itself
 * @param kept how many are kept
 * @param room whether one more leaves enough space
 * @param free what is free there
 * @param needed what one more takes at most
 * @param least what has to stay free
 * @param running whether one is being made
 * @param failed when the last try came to nothing, null if it did not
 */
record BackupsPage(boolean possible, String folder, List<Row> rows, String hours, int kept, boolean room, String free,
		String needed, String least, boolean running, @Nullable String failed) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm:ss", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final long MEGA = 1_000_000;

	private static final long GIGA = 1_000_000_000;

	/** What would read as 1,000.0 MB. */
	private static final long ALMOST_GIGA = GIGA - MEGA / 20;

	static BackupsPage of(BackupDesk.Standing standing) {
		BackupDesk.Space space = standing.space();
		return new BackupsPage(standing.possible(), standing.folder().toString(),
				standing.copies().stream().map(Row::of).toList(), hours(standing.every()), standing.kept(),
				space.isEnough(), size(space.free()), size(space.needed()), size(space.least()), standing.running(),
				moment(standing.failed()));
	}

	private static @Nullable String moment(@Nullable Instant instant) {
		return (instant != null) ? MOMENT.format(instant) : null;
	}

	/** Hours, with a fraction only where there is one. */
	private static String hours(Duration every) {
		return String.format(Locale.ENGLISH, (every.toSeconds() % 3600 == 0) ? "%.0f" : "%.2f",
				every.toSeconds() / 3600.0);
	}

	/** In megabytes, small things in kilobytes and large ones in gigabytes. */
	static String size(long bytes) {
		if (bytes < MEGA) {
			return String.format(Locale.ENGLISH, "%,d kB", Math.ceilDiv(bytes, 1000));
		}
		return (bytes < ALMOST_GIGA) ? String.format(Locale.ENGLISH, "%.1f MB", (double) bytes / MEGA)
				: String.format(Locale.ENGLISH, "%,.1f GB", (double) bytes / GIGA);
	}

	/**
	 * A copy.
	 *
	 * @param name its file
	 * @param begun when it was begun
	 * @param moment the same for people
	 * @param size how large it is
	 */
	record Row(String name, Instant begun, String moment, String size) {

		static Row of(BackupDesk.Copy copy) {
			return new Row(copy.name(), copy.begun(), MOMENT.format(copy.begun()), BackupsPage.size(copy.bytes()));
		}

	}

}
