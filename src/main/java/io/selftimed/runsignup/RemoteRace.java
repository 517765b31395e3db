package io.selftimed.runsignup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A race as RunSignup knows it.
 *
 * @param raceId RunSignup's id
 * @param name its name, empty if RunSignup names none
 * @param timeZone where it is, null if RunSignup names no zone that is known here
 * @param lastModified when it was changed last, null if RunSignup does not say
 * @param events its events
 */
public record RemoteRace(long raceId, String name, @Nullable ZoneId timeZone, @Nullable Instant lastModified,
		List<RemoteEvent> events) {

	/**
	 * An event of the race.
	 *
	 * @param eventId RunSignup's id
	 * @param name its name, empty if RunSignup names none
	 * @param type RunSignup's word, such as {@code virtual_race}, empty if it has none
	 * @param start when it begins, null if unknown
	 * @param end when it ends, null if unknown
	 * @param distance the distance as RunSignup shows it, null if it has none
	 */
	public record RemoteEvent(long eventId, String name, String type, @Nullable Instant start, @Nullable Instant end,
			@Nullable String distance) {

		/**
		 * Whether runners submit results themselves ({@code virtual_race}, and by one
		 * source {@code virtual_challenge}).
		 */
		public boolean isVirtual() {
			return this.type.startsWith("virtual");
		}

	}

}
