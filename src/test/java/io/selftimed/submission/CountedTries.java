package io.selftimed.submission;

import java.time.Duration;

import io.selftimed.race.Races;

/**
 * Wrong tries in memory, of one address and one bib; a test may begin with some.
 */
class CountedTries implements WrongTries {

	private int ofBib;

	private int ofBibFromHere;

	private int fromHere;

	/** So many for the bib, of them from here, and from here in all. */
	CountedTries after(int ofBib, int ofBibFromHere, int fromHere) {
		this.ofBib = ofBib;
		this.ofBibFromHere = ofBibFromHere;
		this.fromHere = fromHere;
		return this;
	}

	int counted() {
		return this.ofBib;
	}

	@Override
	public Standing standing(long eventId, long bib) {
		return new Standing(this.ofBib, this.ofBibFromHere, this.fromHere, Races.NOON.plus(Duration.ofMinutes(12)));
	}

	@Override
	public void count(long eventId, long bib) {
		this.ofBib++;
		this.ofBibFromHere++;
		this.fromHere++;
	}

}
