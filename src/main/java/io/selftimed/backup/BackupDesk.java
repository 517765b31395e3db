package io.selftimed.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The copies as whoever looks after the installation sees them, and the way to one more.
 */
public interface BackupDesk {

	/** What there is now. */
	Standing standing();

	/** Makes a copy, whether one is due or not. Returns once it is whole. */
	Outcome backUpNow();

	/**
	 * What became of a copy.
	 */
	sealed interface Outcome {

		/**
		 * It is there.
		 *
		 * @param copy what was made
		 */
		record Made(Copy copy) implements Outcome {
		}

		/** Another one is being made at this moment. */
		record Busy() implements Outcome {
		}

		/** It would leave too little space. */
		record NoRoom() implements Outcome {
		}

		/** It could not be made, and the log says why; the older ones are kept. */
		record Failed() implements Outcome {
		}

		/** The database is no H2 file. */
		record NotOurs() implements Outcome {
		}

	}

	/**
	 * What there is.
	 *
	 * @param possible whether the database is an H2 file; if not, nothing else counts
	 * @param folder where copies are
	 * @param copies the whole ones, newest first
	 * @param every how old the newest may become; nought if none is made by itself
	 * @param kept how many are kept
	 * @param space what is free there
	 * @param running whether one is being made at this moment
	 * @param failed when the last try came to nothing; null if it made one, or there was
	 * none since the start
	 */
	record Standing(boolean possible, Path folder, List<Copy> copies, Duration every, int kept, Space space,
			boolean running, @Nullable Instant failed) {
	}

	/**
	 * A whole copy.
	 *
	 * @param name the name of its file
	 * @param begun when it was begun: what came later is not in it
	 * @param bytes its size
	 */
	record Copy(String name, Instant begun, long bytes) {
	}

	/**
	 * What is free where copies are.
	 *
	 * @param free bytes that are free
	 * @param needed bytes that one more copy takes at most
	 * @param least bytes that have to stay free
	 */
	record Space(long free, long needed, long least) {

		/** Whether one more copy leaves enough. */
		public boolean isEnough() {
			return this.free - this.needed >= this.least;
		}

	}

}
