package io.selftimed.organizer;

/**
 * Somebody with a role in a race, on a page of one of its events. Handlers take it as an
 * argument, templates find it as {@code eventVisit}.
 *
 * @param race the visit to the race
 * @param eventId RunSignup's id of the event
 * @param slug its name in addresses
 * @param name its name for people
 */
public record EventVisit(RaceVisit race, long eventId, String slug, String name) {

	/** Our id of the organizer. */
	public long organizerId() {
		return this.race.organizerId();
	}

	/** Whether the visitor decides about results. */
	public boolean mayReview() {
		return this.race.mayReview();
	}

	/** Whether the visitor sets the race up. */
	public boolean mayOwn() {
		return this.race.mayOwn();
	}

}
