package io.selftimed.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.submission.DeliveryProgress.Progress;
import io.selftimed.submission.Receipts.Receipt;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a receipt says of what happens next and when, of what to do and whom to ask.
 */
@Component
class ReceiptSentences {

	/** Nearer than this, "soon" says more. */
	private static final Duration SOON = Duration.ofSeconds(10);

	private final Wording wording;

	ReceiptSentences(Wording wording) {
		this.wording = wording;
	}

	/** What the sentences of a receipt are called: its state, or {@code too-late}. */
	static String words(Receipt receipt) {
		Progress progress = receipt.progress();
		boolean tooLate = progress != null && progress.stage() == DeliveryProgress.Stage.TOO_LATE;
		return tooLate ? "too-late" : receipt.state().word();
	}

	/** What happens next, a sentence or a few in each string. */
	List<String> next(Receipt receipt, Instant now) {
		List<String> next = new ArrayList<>();
		switch (receipt.state()) {
			case WAITING -> next.addAll(waiting(receipt, now));
			case HELD -> next.addAll(held(receipt));
			case SUPERSEDED, WITHDRAWN -> next.add(ended(receipt));
			case REJECTED -> {
				String said = receipt.words().said();
				if (said != null) {
					next.add(this.wording.say("receipt.said", said));
				}
				next.add(this.wording.say("receipt.rejected.next", receipt.event().race().contact()));
			}
			case RECEIVED, APPROVED, REFUSED ->
				next.add(this.wording.say("receipt." + words(receipt) + ".next", receipt.event().race().contact()));
		}
		next.addAll(besides(receipt));
		return next;
	}

	private List<String> waiting(Receipt receipt, Instant now) {
		Progress progress = receipt.progress();
		if (progress != null && progress.attempts() > 1) {
			return List.of(this.wording.say("receipt.waiting.again"));
		}
		Instant settles = (progress != null) ? progress.settlesAt() : null;
		if (settles == null || settles.isBefore(now.plus(SOON))) {
			return List.of(this.wording.say("receipt.waiting.next"));
		}
		String sent = this.wording.say("receipt.waiting.settle", about(Duration.between(now, settles)));
		return receipt.event().takesCorrectionsAt(now) ? List.of(sent, this.wording.say("receipt.waiting.unnoticed"))
				: List.of(sent);
	}

	private List<String> held(Receipt receipt) {
		List<String> held = new ArrayList<>();
		boolean asked = receipt.words().question() != null && receipt.words().answer() == null;
		held.add(this.wording.say(asked ? "receipt.held.asked" : "receipt.held.next"));
		receipt.heldFor().stream().sorted().map(this::why).forEach(held::add);
		held.add(this.wording.say("receipt.held.ask", receipt.event().race().contact()));
		return held;
	}

	private String why(HoldReason reason) {
		return this.wording.say("receipt.held.for." + reason.word());
	}

	/** What ended it: whoever did it here is told so, else only that and when. */
	private String ended(Receipt receipt) {
		Aftermath aftermath = receipt.aftermath();
		Aftermath.Later own = aftermath.ownNewest();
		Aftermath.Later end = (aftermath.counting() != null) ? aftermath.counting() : own;
		String when = (end != null) ? moment(receipt, end.at()) : moment(receipt, receipt.submittedAt());
		String whose = (end != null && end.equals(own)) ? "own" : "others";
		return this.wording.say("receipt." + receipt.state().word() + "." + whose, when,
				receipt.event().race().contact());
	}

	/** What else waits beside the one that counts. */
	private List<String> besides(Receipt receipt) {
		Aftermath aftermath = receipt.aftermath();
		Aftermath.Later own = aftermath.ownResult();
		boolean stands = aftermath.counting() == null && receipt.progress() != null;
		if (stands && own != null && own.held()) {
			return List.of(this.wording.say("receipt.besides.own", moment(receipt, own.at())));
		}
		return (stands && aftermath.othersWaiting() != null)
				? List.of(this.wording.say("receipt.besides.others", moment(receipt, aftermath.othersWaiting())))
				: List.of();
	}

	/** The result in one line, to be told to others; null unless finished. */
	@Nullable String share(Receipt receipt) {
		ClockTime time = receipt.clockTime();
		if (time == null) {
			return null;
		}
		Event event = receipt.event();
		StringBuilder result = new StringBuilder(this.wording.say("receipt.share.of", event.race().name(), event.name(),
				String.valueOf(receipt.bib()), time));
		Event.Distance distance = event.distance();
		if (distance != null) {
			result.append(", ").append(this.wording.pace(time.milliseconds(), distance.millimetres()));
		}
		BigDecimal tally = receipt.tally();
		return (tally == null) ? result.toString()
				: result.append(", ")
					.append(this.wording.number(tally))
					.append(' ')
					.append(event.tallyLabel())
					.toString();
	}

	private String about(Duration time) {
		long minutes = Math.round(time.toSeconds() / 60.0);
		if (minutes < 2) {
			return this.wording.say((time.toSeconds() < 45) ? "about.less-than-minute" : "about.minute");
		}
		return (minutes < 90) ? this.wording.say("about.minutes", minutes)
				: this.wording.say("about.hours", Math.round(minutes / 60.0));
	}

	private String moment(Receipt receipt, Instant moment) {
		return this.wording.momentToTheSecond(moment, receipt.event().race().zone());
	}

}
