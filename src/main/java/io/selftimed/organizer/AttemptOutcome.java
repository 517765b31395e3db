package io.selftimed.organizer;

import java.util.Locale;

/**
 * How a call at RunSignup went, as organizers read it.
 */
public enum AttemptOutcome {

	UNDER_WAY, RECEIVED, REFUSED, UNANSWERED, CREDENTIAL, SET_UP, MISSPOKEN, THROTTLED, UNAVAILABLE, NEVER_SENT,
	UNKNOWN, LOST,
	/** A word that this version does not know. */
	OTHER;

	/** The outcome of a word in the database. */
	public static AttemptOutcome of(String word) {
		for (AttemptOutcome outcome : values()) {
			if (outcome.word().equals(word)) {
				return outcome;
			}
		}
		return OTHER;
	}

	/** The word in the database and in message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
