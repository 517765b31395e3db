package io.selftimed.security;

import java.util.Locale;

/**
 * What somebody is in a race. Each may do what those before it may.
 */
public enum Role {

	/** Looks. */
	VIEWER,
	/** Decides about results. */
	REVIEWER,
	/** Sets the race up, and says who else may. */
	OWNER;

	/** Whether who has this role may do what asks for another. */
	public boolean includes(Role asked) {
		return compareTo(asked) >= 0;
	}

	/** The word in the table and in message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The role of a word.
	 * @param word the word in the table
	 */
	public static Role of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
