package io.selftimed.race.roster;

import java.util.List;
import java.util.Optional;

/**
 * Takes rosters out of files, in two steps: a file is kept and looked at, then it is
 * taken as a whole or not at all. What is not taken is gone after a day.
 */
public interface RosterImports {

	/** The largest file that is read, in bytes. */
	int LARGEST = 10 * 1024 * 1024;

	/**
	 * Keeps a file to look at, in place of the one this organizer had for the event.
	 * @param eventId RunSignup's id of the event
	 * @param organizerId our id of who brings it
	 * @param content its bytes
	 */
	Kept keep(long eventId, long organizerId, byte[] content);

	/**
	 * What taking a file would change, empty if it is not there any more.
	 * @param importId our id of the file
	 */
	Optional<Preview> preview(long eventId, long importId);

	/**
	 * Says which column holds what.
	 * @param importId our id of the file
	 * @return false if the file is not there any more
	 */
	boolean match(long eventId, long importId, RosterColumns columns);

	/**
	 * Takes a file, all of it in one transaction.
	 * @param importId our id of the file
	 * @return what it changed; empty if nothing was done, as the file is gone or has
	 * lines to mend
	 */
	Optional<Taken> take(long eventId, long importId);

	/**
	 * Forgets a file.
	 * @return false if it is not there any more
	 */
	boolean discard(long eventId, long importId);

	/**
	 * What came of a file.
	 */
	sealed interface Kept {

		/** It can be looked at, by its id. */
		record Here(long importId) implements Kept {
		}

		/** It cannot be read; the sentence says what to do. */
		record Refused(String message, List<Object> arguments) implements Kept {
		}

	}

	/**
	 * What a file changed.
	 *
	 * @param added how many are new
	 * @param changed how many are otherwise now
	 */
	record Taken(int added, int changed) {
	}

	/**
	 * What taking a file would change.
	 *
	 * @param headings its headings
	 * @param columns which of them holds what
	 * @param first its first lines, as they stand there
	 * @param lines how many lines it has
	 * @param added how many are new
	 * @param changed how many would be otherwise
	 * @param unchanged how many are as they stand
	 * @param others how many of the roster are not in it; they stay
	 * @param withoutBib how many lines have no bib
	 * @param problems what has to be mended first, the first hundred
	 * @param problemCount how many there are
	 */
	record Preview(List<String> headings, RosterColumns columns, List<List<String>> first, int lines, int added,
			int changed, int unchanged, int others, int withoutBib, List<LineProblem> problems, int problemCount) {
	}

}
