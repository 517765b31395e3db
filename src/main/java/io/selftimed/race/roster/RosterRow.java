package io.selftimed.race.roster;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A participant as the table has it.
 *
 * @param id our id
 * @param entry what is known
 * @param bibSetHere whether the bib was given here and not by RunSignup
 * @param removed whether RunSignup has it no more
 * @param erased whether its person was erased
 */
record RosterRow(long id, RosterEntry entry, boolean bibSetHere, boolean removed, boolean erased) {

	/**
	 * The row as it is after a source stated something. What a source does not say stays;
	 * only RunSignup takes away a bib, and only one that it gave. Nobody who was erased
	 * comes back.
	 * @param said what the source states
	 * @param source who states it
	 */
	RosterRow after(RosterEntry said, RosterSource source) {
		boolean keepBib = said.bib() == null && (source == RosterSource.FILE || this.bibSetHere);
		Long bib = keepBib ? this.entry.bib() : said.bib();
		boolean here = (bib != null)
				&& ((keepBib || Objects.equals(bib, this.entry.bib())) ? this.bibSetHere : source == RosterSource.FILE);
		return new RosterRow(this.id,
				new RosterEntry(or(said.registrationId(), this.entry.registrationId()), bib,
						this.erased ? null : or(said.firstName(), this.entry.firstName()),
						this.erased ? null : or(said.lastName(), this.entry.lastName()),
						this.erased ? null : or(said.birthDate(), this.entry.birthDate()),
						this.erased ? null : or(said.email(), this.entry.email())),
				here, false, this.erased);
	}

	private static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
		return (said != null) ? said : known;
	}

}
