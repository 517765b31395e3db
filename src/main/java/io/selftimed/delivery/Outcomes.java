package io.selftimed.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.selftimed.race.EventCounts;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what came of a call, in a transaction that touches only rows still marked
 * with its claim: who comes too late changes nothing.
 */
@Service
class Outcomes {

	private static final int UNANSWERED_AT_MOST = 3;

	private final TransactionOperations transactions;

	private final Deliveries deliveries;

	private final Attempts attempts;

	private final EventRefusals refusals;

	private final Gates gates;

	private final RemoteClosing closing;

	private final EventCounts counts;

	private final DeliverySettings settings;

	private final BackOff backOff;

	private final InstantSource time;

	private final ApplicationEventPublisher publisher;

	Outcomes(TransactionOperations transactions, Deliveries deliveries, Attempts attempts, EventRefusals refusals,
			Gates gates, RemoteClosing closing, EventCounts counts, DeliverySettings settings, BackOff backOff,
			InstantSource time, ApplicationEventPublisher publisher) {
		this.transactions = transactions;
		this.deliveries = deliveries;
		this.attempts = attempts;
		this.refusals = refusals;
		this.gates = gates;
		this.closing = closing;
		this.counts = counts;
		this.settings = settings;
		this.backOff = backOff;
		this.time = time;
		this.publisher = publisher;
	}

	/**
	 * Writes the outcome of a call. Rows are locked before gates, always.
	 * @param claim what was called
	 * @param answer what came of it
	 */
	void write(Claim claim, UserResultsAnswer answer) {
		this.transactions.executeWithoutResult((status) -> {
			OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
			List<ClaimedItem> items = claim.items();
			for (int index = 0; index < items.size(); index++) {
				ClaimedItem item = items.get(index);
				Ending ending = Endings.of(answer, index, items.size());
				this.deliveries.lock(claim, item).ifPresent((row) -> write(claim, item, row, ending, now));
			}
			this.gates.answered(claim.raceId(), claim.eventId(), withPause(answer));
		});
	}

	private UserResultsAnswer withPause(UserResultsAnswer answer) {
		return (answer instanceof UserResultsAnswer.Throttled(Duration retryAfter, String message)
				&& retryAfter == null) ? new UserResultsAnswer.Throttled(this.settings.throttleWait(), message)
						: answer;
	}

	private void write(Claim claim, ClaimedItem item, Deliveries.Row row, Ending ending, OffsetDateTime now) {
		switch (ending) {
			case Ending.Received(var result) -> received(claim, item, row, result, now);
			case Ending.Refused refused -> refused(claim, item, row, refused, now);
			case Ending.TriedAgain again -> triedAgain(claim, item, row, again, now);
			case Ending.Returned(String outcome, Integer code, String message) ->
				this.attempts.end(claim, item, outcome, code, message, now);
			case Ending.Unknown(String message) -> unknown(claim, item, message, now);
		}
		this.deliveries.release(item);
	}

	private void received(Claim claim, ClaimedItem item, Deliveries.Row row, ReceivedResult result,
			OffsetDateTime now) {
		this.attempts.end(claim, item, "received", null, null, now);
		this.attempts.keep(claim, item, result);
		Attempts.Made made = this.attempts.made(claim, item);
		OffsetDateTime patience = patience(row, made.startedAt());
		this.deliveries.delivered(item,
				new Deliveries.Delivered(made.submissionId(), result.individualResultSetId(), now), patience != null);
		if (row.wantedVersion() == item.version()) {
			boolean olderLost = row.lostVersion() != null && row.lostVersion() < item.version();
			Long otherTime = item.result().differs(result) ? result.submittedTimeInMilliseconds() : null;
			this.deliveries.done(item, olderLost ? patience : null, otherTime);
			count(claim, row, "received");
		}
	}

	/**
	 * Until when a lost call may be applied at RunSignup after the one that was answered,
	 * null if it may not. Then the newest is sent once more. What counts is when the
	 * answered call began, as its outcome may be written much later. It is remembered
	 * beyond a success, as a newer result may come before.
	 */
	private @Nullable OffsetDateTime patience(Deliveries.Row row, OffsetDateTime startedAt) {
		if (row.lostAt() == null) {
			return null;
		}
		OffsetDateTime until = row.lostAt().plus(this.settings.remotePatience());
		return until.isAfter(startedAt) ? until : null;
	}

	private void refused(Claim claim, ClaimedItem item, Deliveries.Row row, Ending.Refused refused,
			OffsetDateTime now) {
		this.attempts.end(claim, item, refused.outcome(), refused.code(), refused.message(), now);
		if (row.wantedVersion() != item.version()) {
			return;
		}
		if (refused.together() > 1) {
			this.deliveries.limitBatch(item, (refused.together() + 1) / 2);
			return;
		}
		boolean tooLate = this.closing.of(claim.eventId())
			.filter((closes) -> !closes.isAfter(now.toInstant()))
			.isPresent();
		boolean eventAtFault = !tooLate && refused.code() != null
				&& this.refusals.blameEvent(claim.eventId(), refused.code(), refused.message());
		if (eventAtFault && !row.doubted()) {
			this.deliveries.doubt(item);
			return;
		}
		String state = tooLate ? "too-late" : "refused";
		this.deliveries.refuse(item, state);
		count(claim, row, state);
		this.publisher.publishEvent(new ResultRefused(item.participantId(), claim.eventId()));
	}

	private void triedAgain(Claim claim, ClaimedItem item, Deliveries.Row row, Ending.TriedAgain again,
			OffsetDateTime now) {
		int failed = row.attempts() + 1;
		boolean silent = again.outcome().equals("unanswered");
		if (silent && failed > UNANSWERED_AT_MOST && claim.items().size() == 1) {
			refused(claim, item, row, new Ending.Refused(null, again.message(), 1, "unanswered"), now);
			return;
		}
		this.attempts.end(claim, item, again.outcome(), again.code(), again.message(), now);
		if (row.wantedVersion() == item.version()) {
			boolean alone = silent && failed >= UNANSWERED_AT_MOST;
			this.deliveries.retry(item, failed, now.plus(this.backOff.after(failed)), alone);
		}
	}

	private void unknown(Claim claim, ClaimedItem item, String message, OffsetDateTime now) {
		this.attempts.end(claim, item, "unknown", null, message, now);
		this.deliveries.quarantine(item, now, now.plus(this.settings.gracePeriod()));
	}

	private void count(Claim claim, Deliveries.Row row, String state) {
		if (!row.state().equals(state)) {
			this.counts.add(claim.eventId(), row.state(), -1);
			this.counts.add(claim.eventId(), state, 1);
		}
	}

}
