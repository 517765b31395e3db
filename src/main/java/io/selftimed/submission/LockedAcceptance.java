package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.selftimed.race.Event;
import io.selftimed.race.EventCounts;
import io.selftimed.race.Roster;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Accepts under the participant's lock, so that two pages sent at once make one
 * submission or two in order, never two of one number.
 */
@Service
class LockedAcceptance implements Acceptance {

	private static final Duration DAY = Duration.ofHours(24);

	private final TransactionOperations transactions;

	private final Roster roster;

	private final Submissions submissions;

	private final ReceiptTokens tokens;

	private final EventCounts counts;

	private final ApplicationEventPublisher publisher;

	private final InstantSource time;

	private final SubmissionSettings settings;

	LockedAcceptance(TransactionOperations transactions, Roster roster, Submissions submissions, ReceiptTokens tokens,
			EventCounts counts, ApplicationEventPublisher publisher, InstantSource time, SubmissionSettings settings) {
		this.transactions = transactions;
		this.roster = roster;
		this.submissions = submissions;
		this.tokens = tokens;
		this.counts = counts;
		this.publisher = publisher;
		this.time = time;
		this.settings = settings;
	}

	@Override
	public String accept(Event event, Statement statement, String submissionKey) {
		List<String> possible = this.tokens.possible(event, statement, submissionKey);
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			long participant = lock(event, statement.who());
			return accepted(possible).orElseGet(() -> acceptNew(event, participant, statement, possible.getFirst()));
		}));
	}

	@Override
	public Optional<String> find(Event event, Statement statement, String submissionKey) {
		return accepted(this.tokens.possible(event, statement, submissionKey));
	}

	/** Locks whoever it is, and makes a participant where nobody has the bib. */
	private long lock(Event event, Identified who) {
		Long known = who.participantId();
		long participant = (known != null) ? known : this.roster.ofBib(event.eventId(), who.bib());
		this.roster.lock(participant);
		return participant;
	}

	private Optional<String> accepted(List<String> possible) {
		return possible.stream()
			.filter((token) -> this.submissions.existsByReceipt(this.tokens.storedCandidates(token)))
			.findFirst();
	}

	private String acceptNew(Event event, long participant, Statement statement, String token) {
		Instant now = this.time.instant();
		if (this.submissions.countSince(participant, now.minus(DAY)) >= this.settings.dailyLimit()) {
			throw new TooManyToday(this.settings.dailyLimit());
		}
		Set<HoldReason> holds = holds(event, participant, statement.who());
		int number = this.submissions.lastNumber(participant) + 1;
		long id = this.submissions.insert(event, participant, statement, number, holds, this.tokens.stored(token), now);
		this.counts.add(event.eventId(), "submissions", 1);
		if (holds.isEmpty()) {
			this.submissions.log(id, now, "runner", "accepted", "within the rules");
			this.publisher.publishEvent(new WantedChanged(participant, event.eventId()));
		}
		else {
			this.submissions.log(id, now, "runner", "held", HoldReason.words(holds));
			this.counts.add(event.eventId(), "held", 1);
		}
		return token;
	}

	/** Why an organizer has to look first, empty if nobody has to. */
	private Set<HoldReason> holds(Event event, long participant, Identified who) {
		Set<HoldReason> holds = EnumSet.noneOf(HoldReason.class);
		holds.addAll(who.holds());
		boolean stranger = event.trust().strangerCorrection() == Event.StrangerCorrection.HOLD
				&& who.shown().isStranger() && this.submissions.hasAccepted(participant);
		if (stranger) {
			holds.add(HoldReason.STRANGER);
		}
		return holds;
	}

}
