package io.selftimed.moveup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;

import io.selftimed.MovedMark;
import io.selftimed.StartRefusal;

/**
 * Marks the old home as moved, before the new one commits: a crash between the two leaves
 * an installation that does not start and can be moved to the same place again, never two
 * that deliver.
 *
 * @param from the old home
 * @param to the new one
 * @param time when
 */
record Departure(OldHome from, NewHome to, InstantSource time) {

	/** The connection went away: what it last asked for may have been done. */
	private static final Set<String> UNCERTAIN = Set.of("08", "57");

	/**
	 * Two new homes would deliver both.
	 * @throws StartRefusal if the old home moved to another place
	 */
	void refuseElsewhere() {
		MovedMark.find(this.from.file()).filter((mark) -> !mark.to().equals(this.to.place())).ifPresent((mark) -> {
			throw new StartRefusal(this.from.file() + " moved to " + mark.to() + " at " + mark.at()
					+ " already, and both would deliver: if that one is given up for good, delete " + mark.file()
					+ " and run it again.");
		});
	}

	/**
	 * What was committed is not asked for again.
	 * @throws StartRefusal if the old home moved to this place, and it is lived in
	 */
	void refuseAgain(Connection target) throws SQLException {
		MovedMark mark = MovedMark.find(this.from.file()).orElse(null);
		if (mark != null && this.to.isLivedIn(target)) {
			throw new StartRefusal("It was before, at " + mark.at() + ", and the database at spring.datasource.url is "
					+ "not empty: start Selftimed over it, without move-up.");
		}
	}

	/**
	 * Marks and commits. Where the commit is refused the mark goes again; where nobody
	 * knows, as the connection went away, it stays.
	 * @throws StartRefusal if the mark cannot be written; nothing is committed then
	 */
	void markAndCommit(Connection target) throws SQLException {
		MovedMark mark = MovedMark.of(this.from.file(), this.to.place(), this.time.instant());
		try {
			mark.write();
		}
		catch (IOException ex) {
			throw new StartRefusal(mark.file() + ", which keeps the old installation from starting again, cannot be "
					+ "written: run move-up over its own data folder as a user that may write there.");
		}
		try {
			target.commit();
		}
		catch (SQLException ex) {
			if (isCertain(ex)) {
				unmark(mark);
			}
			throw ex;
		}
	}

	private static boolean isCertain(SQLException failure) {
		String state = failure.getSQLState();
		return state != null && UNCERTAIN.stream().noneMatch(state::startsWith);
	}

	private static void unmark(MovedMark mark) {
		try {
			mark.remove();
		}
		catch (IOException ex) {
			throw new StartRefusal("Its mark could not be taken away: delete " + mark.file() + ".");
		}
	}

}
