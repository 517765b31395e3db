package io.selftimed.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.selftimed.race.EventCatalog;
import io.selftimed.race.EventCounts;
import io.selftimed.race.Outcome;
import io.selftimed.race.Roster;
import io.selftimed.submission.Reviews.Row;
import io.selftimed.submission.SentBefore.Sent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides under the participant's lock. What RunSignup should hold follows from what is
 * accepted; where a rejection leaves nothing and something may stand there, a withdrawal
 * by the organizer takes its place.
 */
@Service
class LockedDecisions implements Decisions {

	private final TransactionOperations transactions;

	private final Roster roster;

	private final Reviews reviews;

	private final Submissions submissions;

	private final Ledger ledger;

	private final SubmissionKeys keys;

	private final SentBefore sent;

	private final EventCatalog events;

	private final EventCounts counts;

	private final ApplicationEventPublisher publisher;

	private final InstantSource time;

	LockedDecisions(TransactionOperations transactions, Roster roster, Reviews reviews, Submissions submissions,
			Ledger ledger, SubmissionKeys keys, SentBefore sent, EventCatalog events, EventCounts counts,
			ApplicationEventPublisher publisher, InstantSource time) {
		this.transactions = transactions;
		this.roster = roster;
		this.reviews = reviews;
		this.submissions = submissions;
		this.ledger = ledger;
		this.keys = keys;
		this.sent = sent;
		this.events = events;
		this.counts = counts;
		this.publisher = publisher;
		this.time = time;
	}

	@Override
	public Decided decide(long eventId, long submissionId, int seenVersion, long organizerId, Ruling ruling) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Optional<Row> found = this.reviews.find(eventId, submissionId);
			if (found.isEmpty()) {
				return new Decided.NotPossible();
			}
			this.roster.lock(found.get().participantId());
			Row row = this.reviews.find(eventId, submissionId).orElseThrow();
			if (row.version() != seenVersion) {
				return new Decided.Meanwhile(row.review(), row.decidedBy(), row.decidedAt());
			}
			return decide(row, organizerId, ruling, this.time.instant());
		}));
	}

	/** A withdrawal that was accepted stands: what counts instead is entered anew. */
	private Decided decide(Row row, long organizerId, Ruling ruling, Instant now) {
		if (row.isAccepted() && row.outcome() == Outcome.WITHDRAWN) {
			return new Decided.NotPossible();
		}
		return switch (ruling) {
			case Ruling.Accept() -> row.isAccepted() ? new Decided.NotPossible() : accept(row, organizerId, now);
			case Ruling.Reject reject ->
				row.isRejected() ? new Decided.NotPossible() : reject(row, organizerId, reject, now);
			case Ruling.Ask(String question) ->
				row.isHeld() ? ask(row, organizerId, question, now) : new Decided.NotPossible();
			case Ruling.Undo() -> row.isHeld() ? new Decided.NotPossible() : undo(row, organizerId, now);
		};
	}

	private Decided accept(Row row, long organizerId, Instant now) {
		write(row, "accepted", organizerId, null, now);
		if (row.isRejected()) {
			this.reviews.withdrawalFor(row).ifPresent((withdrawal) -> liftWithdrawal(withdrawal, organizerId, now));
		}
		this.publisher.publishEvent(new WantedChanged(row.participantId(), row.eventId()));
		this.publisher.publishEvent(new ReviewDecided(row.id(), row.participantId(), row.eventId(), true, null));
		return new Decided.Done();
	}

	/** What took the place of a rejected one goes when that counts after all. */
	private void liftWithdrawal(long withdrawal, long organizerId, Instant now) {
		this.reviews.write(withdrawal, "rejected", organizerId, null, now);
		this.submissions.log(withdrawal, now, "organizer:" + organizerId, "rejected", "");
	}

	/** Only where it counted does a rejection change what RunSignup should hold. */
	private Decided reject(Row row, long organizerId, Ruling.Reject reject, Instant now) {
		boolean counted = this.submissions.standing(row.participantId()).filter((one) -> one == row.id()).isPresent();
		write(row, "rejected", organizerId, reject.reason(), now);
		if (row.isAccepted()) {
			boolean nothingElse = this.submissions.standing(row.participantId()).isEmpty();
			if (counted && (reject.withdraws() || (nothingElse && mayStandThere(row)))) {
				takeBackAtRunSignup(row, organizerId, now);
			}
			else {
				this.publisher.publishEvent(new WantedChanged(row.participantId(), row.eventId()));
			}
		}
		this.publisher
			.publishEvent(new ReviewDecided(row.id(), row.participantId(), row.eventId(), false, reject.reason()));
		return new Decided.Done();
	}

	private boolean mayStandThere(Row row) {
		return this.sent.look(row.participantId(), row.id()) != Sent.NOTHING;
	}

	/** In place of what was accepted stands a withdrawal. */
	private void takeBackAtRunSignup(Row row, long organizerId, Instant now) {
		Identified who = new Identified(row.participantId(), row.bib(), IdentityShown.ORGANIZER, Set.of());
		Result nothing = new Result(Outcome.WITHDRAWN, null, null, null);
		long withdrawal = this.ledger.enterFor(organizerId, this.events.byId(row.eventId()).orElseThrow(),
				new Statement(who, nothing, null, null), this.keys.next(), now);
		this.reviews.inPlaceOf(row.id(), withdrawal);
	}

	private Decided ask(Row row, long organizerId, String question, Instant now) {
		this.reviews.ask(row.id(), organizerId, question, now);
		this.submissions.log(row.id(), now, "organizer:" + organizerId, "asked", "", question);
		this.publisher.publishEvent(new MoreAsked(row.id(), row.participantId(), row.eventId(), question));
		return new Decided.Done();
	}

	private Decided undo(Row row, long organizerId, Instant now) {
		if (row.isAccepted() && this.sent.look(row.participantId(), row.id()) == Sent.THIS) {
			return new Decided.SentAlready();
		}
		write(row, "held", organizerId, null, now);
		if (row.isAccepted()) {
			this.publisher.publishEvent(new WantedChanged(row.participantId(), row.eventId()));
		}
		return new Decided.Done();
	}

	private void write(Row row, String review, long organizerId, @Nullable String words, Instant now) {
		this.reviews.write(row.id(), review, organizerId, words, now);
		this.submissions.log(row.id(), now, "organizer:" + organizerId, review, "", words);
		if (row.isHeld()) {
			this.counts.add(row.eventId(), "held", -1);
		}
		if (review.equals("held")) {
			this.counts.add(row.eventId(), "held", 1);
		}
	}

}
