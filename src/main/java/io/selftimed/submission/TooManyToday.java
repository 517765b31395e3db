package io.selftimed.submission;

/**
 * A runner has sent as many submissions in an event as one may in a day.
 */
class TooManyToday extends RuntimeException {

	private final int limit;

	TooManyToday(int limit) {
		super("more than " + limit + " submissions of one runner in a day");
		this.limit = limit;
	}

	/** How many one may send in a day. */
	int limit() {
		return this.limit;
	}

}
