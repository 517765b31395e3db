package io.selftimed.runsignup;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A participant: of all that RunSignup tells, only what is needed. Its text shows no
 * person.
 *
 * @param registrationId RunSignup's registration
 * @param bib the bib, null if none is assigned
 * @param firstName the first name, empty if RunSignup tells none
 * @param lastName the last name, empty if RunSignup tells none
 * @param email the address, null if RunSignup tells none
 * @param birthDate the birth date, null if RunSignup tells none
 * @param lastModified when the registration was changed last, null if unknown
 */
public record RemoteParticipant(long registrationId, @Nullable Long bib, String firstName, String lastName,
		@Nullable String email, @Nullable LocalDate birthDate, @Nullable Instant lastModified) {

	@Override
	public String toString() {
		return "RemoteParticipant[registrationId=" + this.registrationId + "]";
	}

}
