package io.selftimed.submission;

import java.time.Instant;
import java.time.InstantSource;

import io.selftimed.race.Outcome;
import io.selftimed.race.Roster;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes back under the participant's lock. A withdrawal is a submission of its own; it
 * has a receipt as each has, whose address nobody is given.
 */
@Service
class LockedWithdrawals implements Withdrawals {

	private final TransactionOperations transactions;

	private final Roster roster;

	private final Submissions submissions;

	private final Ledger ledger;

	private final SubmissionKeys keys;

	private final InstantSource time;

	LockedWithdrawals(TransactionOperations transactions, Roster roster, Submissions submissions, Ledger ledger,
			SubmissionKeys keys, InstantSource time) {
		this.transactions = transactions;
		this.roster = roster;
		this.submissions = submissions;
		this.ledger = ledger;
		this.keys = keys;
		this.time = time;
	}

	@Override
	public void withdraw(Earlier earlier) {
		this.transactions.executeWithoutResult((status) -> {
			this.roster.lock(earlier.participantId());
			boolean nothingToTakeBack = earlier.standing() == Earlier.Standing.REJECTED
					|| this.submissions.isTakenBack(earlier);
			if (!nothingToTakeBack) {
				takeBack(earlier, this.time.instant());
			}
		});
	}

	private void takeBack(Earlier earlier, Instant now) {
		if (!earlier.event().takesCorrectionsAt(now)) {
			throw new CorrectionsOver(earlier.event());
		}
		Identified who = new Identified(earlier.participantId(), earlier.bib(), IdentityShown.RECEIPT,
				earlier.doubtsOfSender(), earlier.id());
		this.ledger.enter(earlier.event(),
				new Statement(who, new Result(Outcome.WITHDRAWN, null, null, null), null, null), this.keys.next(), now);
	}

}
