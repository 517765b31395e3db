package io.selftimed.submission;

import java.time.Instant;
import java.time.ZoneId;

import io.selftimed.race.Event;
import io.selftimed.submission.Receipts.Receipt;
import io.selftimed.submission.Receipts.State;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the page of a receipt.
 */
@Component
class ReceiptPages {

	private final Wording wording;

	private final Answers answers;

	private final ReceiptSentences sentences;

	ReceiptPages(Wording wording, Answers answers, ReceiptSentences sentences) {
		this.wording = wording;
		this.answers = answers;
		this.sentences = sentences;
	}

	/** The page as it is now. */
	ReceiptPage of(Receipt receipt, Instant now) {
		ZoneId zone = receipt.event().race().zone();
		DeliveryProgress.Progress progress = receipt.progress();
		Instant received = (progress != null) ? progress.receivedAt() : null;
		Aftermath.Later own = receipt.aftermath().ownResult();
		return new ReceiptPage(EventFacts.of(receipt.event(), this.wording), receipt.reference(),
				receipt.state().word(), ReceiptSentences.words(receipt), this.sentences.next(receipt, now),
				this.wording.momentToTheSecond(receipt.submittedAt(), zone),
				(received != null) ? this.wording.momentToTheSecond(received, zone) : null,
				this.answers.onReceipt(receipt), share(receipt), (progress != null) ? progress.registrationId() : null,
				(receipt.state() == State.HELD) ? receipt.words().question() : null, receipt.words().answer(),
				(own != null) ? own.token() : null, changes(receipt, now));
	}

	private ReceiptPage.Changes changes(Receipt receipt, Instant now) {
		Event event = receipt.event();
		boolean open = event.takesCorrectionsAt(now);
		boolean elsewhere = receipt.state() == State.SUPERSEDED && receipt.aftermath().ownResult() != null;
		boolean over = receipt.state() == State.WITHDRAWN || receipt.state() == State.REJECTED;
		return new ReceiptPage.Changes(this.wording.momentWithZone(event.correctionsEnd(), event.race().zone()), open,
				open && !elsewhere, over, open && !elsewhere && !over, event.window().isOpenAt(now));
	}

	/** The result in one line, while it counts or may come to. */
	private @Nullable String share(Receipt receipt) {
		boolean counts = switch (receipt.state()) {
			case HELD, WAITING, RECEIVED, APPROVED -> true;
			case REFUSED, REJECTED, WITHDRAWN, SUPERSEDED -> false;
		};
		return counts ? this.sentences.share(receipt) : null;
	}

}
