package io.selftimed.delivery;

import java.io.IOException;

import io.selftimed.runsignup.UserResult;

/**
 * What RunSignup should hold of an event, as it is sent.
 */
public interface WantedResults {

	/**
	 * Reads the results a chunk at a time, with no connection held between.
	 * @param eventId RunSignup's id of the event
	 * @param reader who takes them
	 * @throws IOException if the reader does
	 */
	void read(long eventId, Reader reader) throws IOException;

	/**
	 * Takes results.
	 */
	@FunctionalInterface
	interface Reader {

		/** Takes one. */
		void take(UserResult result) throws IOException;

	}

}
