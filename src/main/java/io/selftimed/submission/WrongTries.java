package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody tried a bib with a name or birth date that is not its own. Only
 * wrong tries count. See docs/decisions/0006-wrong-tries.md.
 */
interface WrongTries {

	/** Wrong tries for a bib of an event from one address, within {@link #DAY}. */
	int OF_BIB_FROM_ADDRESS = 5;

	/** Wrong tries from one address, within {@link #HOUR}. */
	int FROM_ADDRESS = 60;

	/** Wrong tries for a bib of an event, within {@link #DAY}. */
	int OF_BIB = 20;

	/** How long a try for a bib counts. */
	Duration DAY = Duration.ofHours(24);

	/** How long a try from an address counts against the address. */
	Duration HOUR = Duration.ofHours(1);

	/** How things stand for a bib, tried from where the request came from. */
	Standing standing(long eventId, long bib);

	/** Counts a wrong try for a bib from where the request came from. */
	void count(long eventId, long bib);

	/**
	 * How things stand before a try.
	 *
	 * @param ofBib wrong tries for the bib
	 * @param ofBibFromHere those of them from this address
	 * @param fromHere wrong tries from this address, for any bib
	 * @param freeAgain when this address is below its limit again; the present if it is
	 */
	record Standing(int ofBib, int ofBibFromHere, int fromHere, Instant freeAgain) {

		/**
		 * Whether the roster is not asked any more: any name passes, and a person looks
		 * first.
		 */
		boolean blind() {
			return this.ofBib >= OF_BIB || this.ofBibFromHere >= OF_BIB_FROM_ADDRESS
					|| (weary() && this.ofBibFromHere > 0);
		}

		/** Whether this address has tried too often within the hour. */
		boolean weary() {
			return this.fromHere >= FROM_ADDRESS;
		}

	}

}
