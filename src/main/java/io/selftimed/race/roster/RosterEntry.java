package io.selftimed.race.roster;

import java.time.LocalDate;

import io.selftimed.runsignup.RemoteParticipant;
import org.jspecify.annotations.Nullable;

/**
 * A registration as RunSignup or a file states it. Its text shows no person.
 *
 * @param registrationId RunSignup's registration, null if a file has none
 * @param bib the bib, null for none
 * @param firstName the first name, null if not said
 * @param lastName the last name, null if not said
 * @param birthDate the birth date, null if not said
 * @param email the address, null if not said
 */
record RosterEntry(@Nullable Long registrationId, @Nullable Long bib, @Nullable String firstName,
		@Nullable String lastName, @Nullable LocalDate birthDate, @Nullable String email) {

	private static final int NAME = 100;

	private static final int EMAIL = 254;

	/** As RunSignup states it; what no column holds is cut. */
	static RosterEntry of(RemoteParticipant remote) {
		String email = text(remote.email(), EMAIL + 1);
		return new RosterEntry(remote.registrationId(), remote.bib(), text(remote.firstName(), NAME),
				text(remote.lastName(), NAME), remote.birthDate(),
				(email == null || email.length() > EMAIL) ? null : email);
	}

	private static @Nullable String text(@Nullable String text, int most) {
		String kept = (text == null) ? "" : text.replace("\0", "").strip();
		if (kept.isEmpty()) {
			return null;
		}
		return (kept.length() > most) ? kept.substring(0, most) : kept;
	}

	/** Whether the same first and last name are stated, in whatever spelling. */
	boolean isNamedLike(RosterEntry other) {
		return same(this.lastName, other.lastName) && same(this.firstName, other.firstName);
	}

	/** Whether the last names do not contradict each other. */
	boolean mayBe(RosterEntry other) {
		return this.lastName == null || other.lastName == null || same(this.lastName, other.lastName);
	}

	/** Whether the birth dates contradict each other. */
	boolean isBornOtherwise(RosterEntry other) {
		return this.birthDate != null && other.birthDate != null && !this.birthDate.equals(other.birthDate);
	}

	private static boolean same(@Nullable String one, @Nullable String other) {
		return one != null && other != null && io.selftimed.race.RunnerName.same(one, other);
	}

	@Override
	public String toString() {
		return "RosterEntry[registrationId=" + this.registrationId + ", bib=" + this.bib + "]";
	}

}
