package io.selftimed.runsignup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Renews the tokens of a row. One at a time over the cluster: who marks the row under its
 * lock fetches, without a transaction; whose mark was overtaken writes nothing. New
 * tokens are in the database before anybody sees them.
 */
@Component
class TokenRefresh {

	private static final Duration MARGIN = Duration.ofSeconds(10);

	private final CredentialRows rows;

	private final CredentialSafe safe;

	private final TokenEndpoint endpoint;

	private final TransactionOperations transactions;

	private final InstantSource time;

	TokenRefresh(CredentialRows rows, CredentialSafe safe, TokenEndpoint endpoint, TransactionOperations transactions,
			InstantSource time) {
		this.rows = rows;
		this.safe = safe;
		this.endpoint = endpoint;
		this.transactions = transactions;
		this.time = time;
	}

	/**
	 * Renews the tokens of a row if that is due and nobody else is at it. Read the row
	 * again afterwards.
	 * @param row as it was read
	 * @param lane the right to a call
	 */
	void renew(CredentialRow row, LeasedLane lane) {
		if (lane.hasTimeFor(this.endpoint.deadline())) {
			mark(row).ifPresent((marked) -> renewMarked(marked, lane));
		}
	}

	private Optional<CredentialRow> mark(CredentialRow row) {
		return inTransaction(() -> {
			Instant now = this.time.instant();
			Optional<CredentialRow> due = this.rows.lock(row.subject())
				.filter((locked) -> locked.id().equals(row.id()) && locked.isRefreshDueAt(now));
			due.ifPresent((locked) -> this.rows.beginRefresh(locked,
					now.plus(this.endpoint.deadline().multipliedBy(2)).plus(MARGIN)));
			return due.map(CredentialRow::next);
		});
	}

	private void renewMarked(CredentialRow marked, LeasedLane lane) {
		RefreshGrant grant = grant(marked);
		if (grant == null) {
			this.rows.endRefresh(marked, this.time.instant().plus(RefreshTiming.AFTER_REFUSAL), this.time.instant());
			return;
		}
		RefreshAnswer answer = this.endpoint.refresh(lane, grant);
		Instant now = this.time.instant();
		switch (answer) {
			case RefreshAnswer.Renewed renewed -> keep(marked, renewed, now);
			case RefreshAnswer.Refused refused ->
				this.rows.endRefresh(marked, now.plus(RefreshTiming.AFTER_REFUSAL), now);
			case RefreshAnswer.Later later ->
				this.rows.endRefresh(marked, now.plus(RefreshTiming.AFTER_TROUBLE), marked.refusedAt());
		}
	}

	private @Nullable RefreshGrant grant(CredentialRow row) {
		return this.safe.open(row)
			.map((contents) -> (contents.credential() instanceof Tokens tokens) ? tokens.grant() : null)
			.orElse(null);
	}

	private void keep(CredentialRow marked, RefreshAnswer.Renewed renewed, Instant now) {
		Instant end = now.plus(renewed.life());
		Tokens tokens = new Tokens(renewed.accessToken(), end, renewed.grant());
		this.rows.writeTokens(marked, this.safe.seal(marked.subject(), marked.id(), tokens), end,
				RefreshTiming.due(now, end), now);
	}

	/**
	 * Ends an access token that RunSignup refused, so that new tokens are due at once.
	 * @param row as it was read for the call that was refused
	 * @return false if nothing better is to be had: the tokens came just now
	 */
	boolean end(CredentialRow row) {
		return inTransaction(() -> {
			Instant now = this.time.instant();
			Optional<CredentialRow> same = this.rows.lock(row.subject())
				.filter((locked) -> locked.id().equals(row.id()) && locked.version() == row.version());
			if (same.isPresent() && isYoung(same.get(), now)) {
				return false;
			}
			same.ifPresent((locked) -> this.rows.endToken(locked, now));
			return true;
		});
	}

	private static boolean isYoung(CredentialRow row, Instant now) {
		return row.tokensChangedAt() != null && now.isBefore(row.tokensChangedAt().plus(RefreshTiming.YOUNG));
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
	}

}
