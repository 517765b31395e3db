package io.selftimed.race;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A registration on the roster of an event.
 *
 * @param id our own id, the key of everything that belongs to the runner
 * @param eventId RunSignup's id of the event
 * @param registrationId RunSignup's id of the registration, null while it is unknown
 * @param bib the bib, null if none is assigned
 * @param lastName the last name, null if erased
 * @param birthDate the birth date, null if unknown or erased
 */
public record Participant(long id, long eventId, @Nullable Long registrationId, @Nullable Long bib,
		@Nullable String lastName, @Nullable LocalDate birthDate) {

	/**
	 * Whether a last name as typed is this runner's, without regard to case, accents,
	 * spaces and hyphens.
	 */
	public boolean isNamed(String typed) {
		return this.lastName != null && RunnerName.same(this.lastName, typed);
	}

}
