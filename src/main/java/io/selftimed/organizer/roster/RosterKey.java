package io.selftimed.organizer.roster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a roster ends: bibs in their order, then who has none.
 *
 * @param bib the last bib, null among those without one
 * @param id our id of the last participant
 */
record RosterKey(@Nullable Long bib, long id) {

	static final RosterKey START = new RosterKey(-1L, 0);

	private static final Pattern WORD = Pattern.compile("(?:(\\d{1,18})-)?(\\d{1,18})");

	/** The key of a word, the beginning for any other. */
	static RosterKey of(@Nullable String word) {
		Matcher matcher = WORD.matcher((word != null) ? word : "");
		if (!matcher.matches()) {
			return START;
		}
		String bib = matcher.group(1);
		return new RosterKey((bib != null) ? Long.valueOf(bib) : null, Long.parseLong(matcher.group(2)));
	}

	/** Its word in addresses. */
	public String word() {
		return (this.bib != null) ? this.bib + "-" + this.id : String.valueOf(this.id);
	}

}
