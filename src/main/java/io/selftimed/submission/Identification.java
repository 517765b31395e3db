package io.selftimed.submission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.selftimed.race.Event;
import io.selftimed.race.Participant;
import io.selftimed.race.Roster;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out whose result a form states.
 */
@Component
class Identification {

	private final Roster roster;

	private final ThroughReceipt throughReceipt;

	Identification(Roster roster, ThroughReceipt throughReceipt) {
		this.roster = roster;
		this.throughReceipt = throughReceipt;
	}

	/**
	 * Asks the roster whose bib and name these are. Wrong bib and wrong name read the
	 * same, so that nobody learns who has which bib.
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
		String name = TypedResult.trimmed(form.lastName());
		if (name.isEmpty()) {
			refusals.add(Checked.Refusal.of("lastName", "refusal.lastName.missing"));
			return null;
		}
		if (bib == null) {
			return null;
		}
		List<Participant> named = this.roster.byBib(event.eventId(), bib)
			.stream()
			.filter((participant) -> participant.isNamed(name))
			.toList();
		if (named.isEmpty()) {
			refusals.add(Checked.Refusal.of("bib", "refusal.bib.name"));
			return null;
		}
		Set<HoldReason> holds = (named.size() > 1) ? EnumSet.of(HoldReason.AMBIGUOUS) : Set.of();
		return new Identified(named.getFirst().id(), bib, IdentityShown.LAST_NAME, holds);
	}

}
