package io.selftimed.race;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events of this installation.
 */
public interface EventCatalog {

	/**
	 * The events that take results at a moment, soonest to close first.
	 */
	List<Event> openAt(Instant moment);

	/**
	 * The event of a slug.
	 */
	Optional<Event> bySlug(String slug);

	/**
	 * The event of RunSignup's id.
	 */
	Optional<Event> byId(long eventId);

}
