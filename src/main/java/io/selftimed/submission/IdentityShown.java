package io.selftimed.submission;

import java.util.Locale;

/**
 * How a sender showed to be the runner of a bib; kept with the submission.
 */
enum IdentityShown {

	/** The last name on the roster. */
	LAST_NAME,
	/** The birth date on the roster. */
	BIRTH_DATE,
	/** A link that was sent to the roster's e-mail address. */
	EMAIL_LINK,
	/** The receipt of an earlier submission. */
	RECEIPT,
	/** An organizer stated it for the runner. */
	ORGANIZER,
	/** Nothing but the bib. */
	NOTHING;

	/** The word in the table. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
