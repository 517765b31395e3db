package io.selftimed.security;

import org.jspecify.annotations.Nullable;

/**
 * Who did what, when and from where. Only appended to, in the transaction of what it
 * tells of, if there is one; who and from where it finds out by itself.
 */
public interface Audit {

	/**
	 * Writes down what is being done.
	 * @param what what is done, a word such as {@code rules-changed}
	 * @param raceId the race it concerns, null if none
	 * @param about what it is done to: kinds and ids such as {@code event:41001}, never a
	 * name, at most 200 characters; the first, up to a space, is what it is found by
	 */
	void write(String what, @Nullable Long raceId, String about);

}
