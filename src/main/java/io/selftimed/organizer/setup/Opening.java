package io.selftimed.organizer.setup;

import java.util.Map;

import static io.selftimed.organizer.setup.TypedCredential.value;

/**
 * A race that somebody is opening, and what they typed before they went to RunSignup.
 *
 * @param id our id, empty before it is kept
 * @param raceId RunSignup's id of the race
 * @param contact whom runners ask, up to 200 characters
 * @param name the race's name, empty for RunSignup's
 * @param zone its time zone, empty for RunSignup's
 */
record Opening(String id, long raceId, String contact, String name, String zone) {

	/** The kind of a credential that somebody fetches at RunSignup. */
	static final String CONNECT = "connect";

	/** Its id in a form. */
	static final String FIELD = "opening";

	static Opening of(long raceId, Map<String, String> typed) {
		return new Opening(value(typed, FIELD), raceId, value(typed, "contact"), value(typed, "name"),
				value(typed, "zone"));
	}

	/** The form as it was typed. */
	Map<String, String> typed() {
		return Map.of(FIELD, this.id, "raceId", String.valueOf(this.raceId), "contact", this.contact, "name", this.name,
				"zone", this.zone, "kind", CONNECT);
	}

}
