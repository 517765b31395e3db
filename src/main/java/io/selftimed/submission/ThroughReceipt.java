package io.selftimed.submission;

import java.util.List;

import io.selftimed.race.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out whose result a correction states that came through a receipt: the runner's of
 * the earlier submission, whatever bib that runner has now.
 */
@Component
class ThroughReceipt {

	private final EarlierSubmissions earlier;

	private final ReceiptProof proof;

	ThroughReceipt(EarlierSubmissions earlier, ReceiptProof proof) {
		this.earlier = earlier;
		this.proof = proof;
	}

	/**
	 * Reads the proof that came with a form.
	 * @param event the event of the form, which must be the receipt's
	 * @param value the proof
	 * @param refusals where to say that it proves nothing
	 * @return the runner, null if it proves nothing
	 */
	@Nullable Identified identify(Event event, String value, List<Checked.Refusal> refusals) {
		Earlier found = this.proof.read(value)
			.flatMap(this.earlier::bySubmission)
			.filter((one) -> one.event().eventId() == event.eventId())
			.orElse(null);
		if (found == null) {
			refusals.add(Checked.Refusal.of("receipt", "refusal.receipt.expired"));
			return null;
		}
		return new Identified(found.participantId(), found.bib(), IdentityShown.RECEIPT, found.doubtsOfSender(),
				found.id());
	}

}
