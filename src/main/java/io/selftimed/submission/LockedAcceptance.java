package io.selftimed.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import io.selftimed.race.Event;
import io.selftimed.race.EventCounts;
import io.selftimed.race.Roster;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Accepts under the participant's lock, so that two pages sent at once make one
 * submission or two in order, never two of one number.
 */
@Service
class LockedAcceptance implements Acceptance {

	private final TransactionOperations transactions;

	private final Roster roster;

	private final Submissions submissions;

	private final ReceiptTokens tokens;

	private final EventCounts counts;

	private final ApplicationEventPublisher publisher;

	private final InstantSource time;

	LockedAcceptance(TransactionOperations transactions, Roster roster, Submissions submissions, ReceiptTokens tokens,
			EventCounts counts, ApplicationEventPublisher publisher, InstantSource time) {
		this.transactions = transactions;
		this.roster = roster;
		this.submissions = submissions;
		this.tokens = tokens;
		this.counts = counts;
		this.publisher = publisher;
		this.time = time;
	}

	@Override
	public String accept(Event event, Statement statement, String submissionKey) {
		List<String> possible = this.tokens.possible(event, statement, submissionKey);
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			this.roster.lock(statement.participantId());
			return possible.stream()
				.filter((token) -> this.submissions.existsByReceipt(this.tokens.storedCandidates(token)))
				.findFirst()
				.orElseGet(() -> acceptNew(event, statement, possible.getFirst()));
		}));
	}

	private String acceptNew(Event event, Statement statement, String token) {
		long participant = statement.participantId();
		Instant now = this.time.instant();
		String doubt = doubt(event, statement);
		boolean held = doubt != null;
		String review = held ? "held" : "accepted";
		int number = this.submissions.lastNumber(participant) + 1;
		long id = this.submissions.insert(event, statement, number, review, this.tokens.stored(token), now);
		this.submissions.log(id, now, "runner", review, (doubt != null) ? doubt : "within the rules");
		this.counts.add(event.eventId(), "submissions", 1);
		if (held) {
			this.counts.add(event.eventId(), "held", 1);
		}
		else {
			this.publisher.publishEvent(new WantedChanged(participant, event.eventId()));
		}
		return token;
	}

	/** Why an organizer has to look first, null if nobody has to. */
	private @Nullable String doubt(Event event, Statement statement) {
		if (statement.ambiguous()) {
			return "two registrations have this bib and name";
		}
		boolean hold = event.strangerCorrection() == Event.StrangerCorrection.HOLD;
		return (hold && this.submissions.hasAccepted(statement.participantId())) ? "an earlier result stands" : null;
	}

}
