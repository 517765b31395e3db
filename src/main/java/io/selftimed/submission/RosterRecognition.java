package io.selftimed.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Recognises a runner as the form does. Whoever the form lets pass with a doubt is not
 * recognised, except where two runners share bib and name.
 */
@Component
class RosterRecognition implements Recognition {

	private final Identification identification;

	RosterRecognition(Identification identification) {
		this.identification = identification;
	}

	@Override
	public List<Checked.Refusal> check(Earlier earlier, SubmissionForm fact) {
		String field = Recognition.field(earlier.event());
		if (field.equals("event")) {
			return List.of(Checked.Refusal.of(field, "refusal.receipt.fact"));
		}
		List<Checked.Refusal> refusals = new ArrayList<>();
		Identified who = this.identification.identify(earlier.event(), earlier.bibNow(), fact, refusals);
		if (who != null) {
			return isRunner(who, earlier) ? List.of() : List.of(Checked.Refusal.of(field, "refusal.receipt.name"));
		}
		return refusals.stream()
			.map((refusal) -> refusal.field().equals("bib") ? Checked.Refusal.of(field, "refusal.receipt.name")
					: refusal)
			.toList();
	}

	private static boolean isRunner(Identified who, Earlier earlier) {
		Long found = who.participantId();
		return found != null && found == earlier.participantId()
				&& Set.of(HoldReason.AMBIGUOUS).containsAll(who.holds());
	}

}
