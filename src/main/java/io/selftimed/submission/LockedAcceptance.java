package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.race.Roster;

import org.springframework.dao.EmptyResultDataAccessException;
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

	private final Ledger ledger;

	private final InstantSource time;

	private final SubmissionSettings settings;

	LockedAcceptance(TransactionOperations transactions, Roster roster, Submissions submissions, ReceiptTokens tokens,
			Ledger ledger, InstantSource time, SubmissionSettings settings) {
		this.transactions = transactions;
		this.roster = roster;
		this.submissions = submissions;
		this.tokens = tokens;
		this.ledger = ledger;
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

	/**
	 * Locks whoever it is, and makes a participant where nobody has the bib. Who turned
	 * out to be somebody else meanwhile is found by bib.
	 */
	private long lock(Event event, Identified who) {
		Long known = who.participantId();
		long participant = (known != null) ? known : this.roster.ofBib(event.eventId(), who.bib());
		try {
			this.roster.lock(participant);
			return participant;
		}
		catch (EmptyResultDataAccessException ex) {
			long instead = this.roster.ofBib(event.eventId(), who.bib());
			this.roster.lock(instead);
			return instead;
		}
	}

	private Optional<String> accepted(List<String> possible) {
		return possible.stream()
			.filter((token) -> this.submissions.existsByReceipt(this.tokens.storedCandidates(token)))
			.findFirst();
	}

	private String acceptNew(Event event, long participant, Statement statement, String token) {
		Statement placed = statement.as(participant);
		Instant now = this.time.instant();
		boolean shown = statement.who().shown() != IdentityShown.NOTHING;
		if (this.submissions.countSince(participant, now.minus(DAY), shown) >= this.settings.dailyLimit()) {
			throw new TooManyToday(this.settings.dailyLimit());
		}
		if (!event.takesCorrectionsAt(now) && isCorrection(placed.who())) {
			throw new CorrectionsOver(event);
		}
		this.ledger.enter(event, placed, token, now);
		return token;
	}

	private boolean isCorrection(Identified who) {
		return who.through() != null || this.submissions.standing(who.participant()).isPresent();
	}

}
