package io.selftimed.organizer.roster;

import java.time.Instant;
import java.time.LocalDate;

import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * A participant as organizers see it in a list.
 *
 * @param id our id
 * @param bib the bib, null for none
 * @param firstName the first name, null if unknown or erased
 * @param lastName the last name, null if unknown or erased
 * @param birthDate the birth date, null if unknown or erased
 * @param email the address, null if unknown or erased
 * @param registrationId RunSignup's registration, null if it has none
 * @param standing what became of it on the roster
 * @param result what counts, null for nothing
 */
record ListedParticipant(long id, @Nullable Long bib, @Nullable String firstName, @Nullable String lastName,
		@Nullable LocalDate birthDate, @Nullable String email, @Nullable Long registrationId, Standing standing,
		@Nullable Result result) {

	/** First and last name, null if none is known. */
	public @Nullable String name() {
		if (this.lastName == null) {
			return this.firstName;
		}
		return (this.firstName != null) ? this.firstName + " " + this.lastName : this.lastName;
	}

	RosterKey key() {
		return new RosterKey(this.bib, this.id);
	}

	@Override
	public String toString() {
		return "ListedParticipant[id=" + this.id + "]";
	}

	/**
	 * What became of a participant on the roster.
	 *
	 * @param removedAt since when RunSignup has it no more, null if it does
	 * @param removedReason RunSignup's word for why, null or empty for none
	 * @param erasedAt when its person was erased, null if not
	 * @param bibSetHere whether the bib was given here
	 */
	record Standing(@Nullable Instant removedAt, @Nullable String removedReason, @Nullable Instant erasedAt,
			boolean bibSetHere) {
	}

	/**
	 * What counts of a participant.
	 *
	 * @param submissionId our id of the newest submission
	 * @param outcome its outcome
	 * @param clockTime its time, null for none
	 * @param review {@code held}, {@code accepted} or {@code rejected}
	 */
	record Result(long submissionId, String outcome, @Nullable ClockTime clockTime, String review) {
	}

}
