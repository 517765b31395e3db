package io.selftimed.submission;

import java.time.Duration;
import java.time.LocalDate;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.selftimed.race.Event;
import io.selftimed.race.Participant;
import io.selftimed.race.Roster;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out whose result a form states, in the way the event asks for.
 */
@Component
class Identification {

	private final Roster roster;

	private final ThroughReceipt throughReceipt;

	private final WrongTries tries;

	private final IdentityProof proof;

	private final InstantSource time;

	Identification(Roster roster, ThroughReceipt throughReceipt, WrongTries tries, IdentityProof proof,
			InstantSource time) {
		this.roster = roster;
		this.throughReceipt = throughReceipt;
		this.tries = tries;
		this.proof = proof;
		this.time = time;
	}

	/**
	 * Asks the roster whose bib this is. A wrong bib reads the same as a wrong name or
	 * birth date, so that nobody learns who has which bib.
	 * @param event the event
	 * @param bib the bib, null if it could not be read
	 * @param form the form as typed
	 * @param refusals where to say why nobody was found
	 * @return the runner, null if nobody was found
	 */
	@Nullable Identified identify(Event event, @Nullable Long bib, SubmissionForm form, List<Checked.Refusal> refusals) {
		if (form.receipt() != null && !form.receipt().isEmpty()) {
			return this.throughReceipt.identify(event, form.receipt(), refusals);
		}
		return switch (event.trust().identity()) {
			case LAST_NAME -> byName(event, bib, TypedResult.trimmed(form.lastName()), refusals);
			case BIRTH_DATE -> byBirthDate(event, bib, TypedResult.trimmed(form.birthDate()), refusals);
			case EMAIL_LINK -> byLink(event, bib, TypedResult.trimmed(form.identity()), refusals);
			case BIB_ONLY -> (bib != null) ? byBib(event, bib) : null;
		};
	}

	private @Nullable Identified byName(Event event, @Nullable Long bib, String name, List<Checked.Refusal> refusals) {
		if (name.isEmpty()) {
			return refuse(refusals, "lastName", "refusal.lastName.missing");
		}
		return match(event, bib, (runner) -> runner.isNamed(name), IdentityShown.LAST_NAME, refusals);
	}

	private @Nullable Identified byBirthDate(Event event, @Nullable Long bib, String typed,
			List<Checked.Refusal> refusals) {
		if (typed.isEmpty()) {
			return refuse(refusals, "birthDate", "refusal.birthDate.missing");
		}
		LocalDate date = BirthDate.read(typed);
		if (date == null) {
			return refuse(refusals, "birthDate", "refusal.birthDate.shape");
		}
		return match(event, bib, (runner) -> date.equals(runner.birthDate()), IdentityShown.BIRTH_DATE, refusals);
	}

	private @Nullable Identified match(Event event, @Nullable Long bib, Predicate<Participant> own, IdentityShown shown,
			List<Checked.Refusal> refusals) {
		if (bib == null) {
			return null;
		}
		WrongTries.Standing standing = this.tries.standing(event.eventId(), bib);
		if (standing.blind()) {
			return new Identified(null, bib, IdentityShown.NOTHING, EnumSet.of(HoldReason.MANY_TRIES));
		}
		List<Participant> found = this.roster.byBib(event.eventId(), bib).stream().filter(own).toList();
		if (found.isEmpty()) {
			this.tries.count(event.eventId(), bib);
			refusals.add(wrong(shown, standing));
			return null;
		}
		Set<HoldReason> holds = (found.size() > 1) ? EnumSet.of(HoldReason.AMBIGUOUS) : Set.of();
		return new Identified(found.getFirst().id(), bib, shown, holds);
	}

	private Checked.Refusal wrong(IdentityShown shown, WrongTries.Standing standing) {
		if (standing.weary()) {
			Duration wait = Duration.between(this.time.instant(), standing.freeAgain());
			return Checked.Refusal.of("bib", "refusal.bib.tries", String.valueOf(wait.toMinutes() + 1));
		}
		return Checked.Refusal.of("bib",
				(shown == IdentityShown.BIRTH_DATE) ? "refusal.bib.birthDate" : "refusal.bib.name");
	}

	private @Nullable Identified byLink(Event event, @Nullable Long bib, String identity,
			List<Checked.Refusal> refusals) {
		Long participant = this.proof.read(event.eventId(), identity).orElse(null);
		if (participant == null) {
			return refuse(refusals, "identity", "refusal.identity.link");
		}
		if (bib == null) {
			return null;
		}
		boolean own = this.roster.byBib(event.eventId(), bib).stream().anyMatch((runner) -> runner.id() == participant);
		return own ? new Identified(participant, bib, IdentityShown.EMAIL_LINK, Set.of())
				: refuse(refusals, "bib", "refusal.bib.link");
	}

	/** Whose it is, acceptance finds out: the roster may know the bib by then. */
	private Identified byBib(Event event, long bib) {
		List<Participant> found = this.roster.byBib(event.eventId(), bib);
		EnumSet<HoldReason> holds = EnumSet.of(HoldReason.UNPROVEN);
		if (found.stream().allMatch((runner) -> runner.registrationId() == null)) {
			holds.add(HoldReason.NOT_ON_ROSTER);
		}
		if (found.size() > 1) {
			holds.add(HoldReason.AMBIGUOUS);
		}
		return new Identified(null, bib, IdentityShown.NOTHING, holds);
	}

	private static @Nullable Identified refuse(List<Checked.Refusal> refusals, String field, String message) {
		refusals.add(Checked.Refusal.of(field, message));
		return null;
	}

}
