package io.selftimed.organizer.roster;

import java.util.Arrays;
import java.util.List;

/**
 * Which part of a roster is looked at.
 */
enum RosterView {

	/** Everybody, with a bib first. */
	ALL("all", "1 = 1"),
	/** Who could have sent a result and has not. */
	NO_RESULT("no-result", """
			p.bib is not null and p.removed_at is null and not exists
				(select 1 from submission n where n.participant_id = p.id)"""),
	/** Who cannot send one. */
	NO_BIB("no-bib", "p.bib is null and p.removed_at is null"),
	/** Who came from a file or by a result, and is not known to RunSignup. */
	UNREGISTERED("unregistered", "p.registration_id is null and p.removed_at is null"),
	/** Who RunSignup has no more. */
	REMOVED("removed", "p.removed_at is not null");

	private final String word;

	private final String condition;

	RosterView(String word, String condition) {
		this.word = word;
		this.condition = condition;
	}

	/** Its word in addresses and message keys. */
	public String word() {
		return this.word;
	}

	/** Whom it shows, of the rows {@code p}. */
	String condition() {
		return this.condition;
	}

	/** Whether it leaves anybody out. */
	boolean isPicky() {
		return this != ALL;
	}

	/** The part of a word, everybody for any other. */
	static RosterView of(String word) {
		return list().stream().filter((view) -> view.word.equals(word)).findFirst().orElse(ALL);
	}

	static List<RosterView> list() {
		return Arrays.asList(values());
	}

}
