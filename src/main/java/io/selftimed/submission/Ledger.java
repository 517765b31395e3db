package io.selftimed.submission;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.selftimed.race.Event;
import io.selftimed.race.EventCounts;
import io.selftimed.race.Outcome;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes a submission down with all that follows from it: its number, whether it waits
 * for a person, history, counts, and a word to whom it concerns. Always inside the
 * transaction of its caller, under the participant's lock.
 */
@Component
class Ledger {

	private final Submissions submissions;

	private final ReceiptTokens tokens;

	private final SealedReceipts sealed;

	private final EventCounts counts;

	private final ApplicationEventPublisher publisher;

	Ledger(Submissions submissions, ReceiptTokens tokens, SealedReceipts sealed, EventCounts counts,
			ApplicationEventPublisher publisher) {
		this.submissions = submissions;
		this.tokens = tokens;
		this.sealed = sealed;
		this.counts = counts;
		this.publisher = publisher;
	}

	/**
	 * Enters what an organizer states for a runner: it is accepted, as a person has
	 * looked.
	 * @param organizerId our id of the organizer
	 * @return our id of the submission
	 */
	long enterFor(long organizerId, Event event, Statement statement, String token, Instant now) {
		long id = insert(event, statement, Set.of(), token, now);
		this.counts.add(event.eventId(), "submissions", 1);
		this.counts.submitted(event.eventId(), now);
		this.submissions.log(id, now, "organizer:" + organizerId, "accepted", "entered by an organizer");
		this.publisher.publishEvent(new WantedChanged(statement.who().participant(), event.eventId()));
		return id;
	}

	/**
	 * Enters a submission.
	 * @param event the event
	 * @param statement what is stated
	 * @param token the token of its receipt
	 * @param now the moment
	 */
	void enter(Event event, Statement statement, String token, Instant now) {
		Identified who = statement.who();
		Optional<Long> others = isTrusted(who) ? Optional.empty() : this.submissions.standing(who.participant());
		Set<HoldReason> holds = holds(event, who, others.isPresent());
		holds.addAll(reviewed(event, statement.result()));
		long id = insert(event, statement, holds, token, now);
		this.counts.add(event.eventId(), "submissions", 1);
		this.counts.submitted(event.eventId(), now);
		if (holds.isEmpty()) {
			this.submissions.log(id, now, "runner", "accepted", "within the rules");
			this.publisher.publishEvent(new WantedChanged(who.participant(), event.eventId()));
		}
		else {
			this.submissions.log(id, now, "runner", "held", HoldReason.words(holds));
			this.counts.add(event.eventId(), "held", 1);
		}
		this.publisher.publishEvent(new Entered(id, statement.result().outcome() == Outcome.WITHDRAWN));
		others.ifPresent((earlier) -> this.publisher
			.publishEvent(new OthersCorrection(who.participant(), earlier, id, !holds.isEmpty())));
	}

	private long insert(Event event, Statement statement, Set<HoldReason> holds, String token, Instant now) {
		int number = this.submissions.lastNumber(statement.who().participant()) + 1;
		String stored = this.tokens.stored(token);
		StoredReceipt receipt = new StoredReceipt(stored, this.sealed.seal(token, stored));
		long id = this.submissions.insert(event, statement, number, holds, receipt, now);
		Long through = statement.who().through();
		if (through != null) {
			this.submissions.cameThrough(id, through);
		}
		return id;
	}

	/** Why a person has to look first, empty if nobody has to. */
	private static Set<HoldReason> holds(Event event, Identified who, boolean correctsAnother) {
		Set<HoldReason> holds = EnumSet.noneOf(HoldReason.class);
		holds.addAll(who.holds());
		if (correctsAnother && event.trust().strangerCorrection() == Event.StrangerCorrection.HOLD) {
			holds.add(HoldReason.STRANGER);
		}
		return holds;
	}

	/** What the event has reviewed, whoever sends it; to take a result back is free. */
	private static Set<HoldReason> reviewed(Event event, Result result) {
		if (result.outcome() == Outcome.WITHDRAWN) {
			return Set.of();
		}
		return switch (event.trust().review()) {
			case NONE -> Set.of();
			case DOUBTFUL -> result.doubts(event).isEmpty() ? Set.of() : Set.of(HoldReason.DOUBTFUL);
			case ALL -> Set.of(HoldReason.EVERY);
		};
	}

	/**
	 * Whether the sender may replace what stands: who has a link from the roster's e-mail
	 * address, or the receipt of a submission that was accepted.
	 */
	private boolean isTrusted(Identified who) {
		Long through = who.through();
		return switch (who.shown()) {
			case EMAIL_LINK, ORGANIZER -> true;
			case RECEIPT -> through != null && this.submissions.isAccepted(through);
			case LAST_NAME, BIRTH_DATE, NOTHING -> false;
		};
	}

}
