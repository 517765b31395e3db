package io.selftimed.runsignup;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.selftimed.runsignup.CallerCredential.Tokens;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The credentials in the table {@code credential}, as people enter them.
 */
@Component
class JdbcCredentials implements Credentials {

	private final CredentialRows rows;

	private final CredentialSafe safe;

	private final CredentialsInForce inForce;

	private final Gates gates;

	private final TransactionOperations transactions;

	private final InstantSource time;

	JdbcCredentials(CredentialRows rows, CredentialSafe safe, CredentialsInForce inForce, Gates gates,
			TransactionOperations transactions, InstantSource time) {
		this.rows = rows;
		this.safe = safe;
		this.inForce = inForce;
		this.gates = gates;
		this.transactions = transactions;
		this.time = time;
	}

	@Override
	public Optional<Description> describe(@Nullable Long raceId) {
		return this.rows.find(subject(raceId))
			.map((row) -> new Description(row.kind(), state(row), row.version(), row.enteredAt(), row.tokensChangedAt(),
					row.expiresAt()));
	}

	@Override
	public boolean isInSettings() {
		return this.inForce.isInSettings();
	}

	private State state(CredentialRow row) {
		return (row.refusedAt() == null && this.inForce.read(row) instanceof InForce.Kept) ? State.OK
				: State.ENTER_AGAIN;
	}

	@Override
	public Change enter(@Nullable Long raceId, CallerCredential credential) {
		long subject = subject(raceId);
		return inTransaction(() -> {
			this.rows.lockInstallation();
			if (this.rows.find(subject).isPresent()) {
				return Change.CHANGED_MEANWHILE;
			}
			this.rows.insert(row(subject, 1, credential, this.time.instant()));
			this.gates.credentialChanged(raceId);
			return Change.DONE;
		});
	}

	@Override
	public Change replace(@Nullable Long raceId, int version, CallerCredential credential) {
		return change(raceId, version, (row) -> {
			this.rows.delete(row);
			this.rows.insert(row(row.subject(), version + 1, credential, this.time.instant()));
		});
	}

	@Override
	public Change remove(@Nullable Long raceId, int version) {
		return change(raceId, version, this.rows::delete);
	}

	private Change change(@Nullable Long raceId, int version, Consumer<CredentialRow> change) {
		return inTransaction(() -> {
			Optional<CredentialRow> row = this.rows.lock(subject(raceId)).filter((found) -> found.version() == version);
			row.ifPresent((found) -> {
				change.accept(found);
				this.gates.credentialChanged(raceId);
			});
			return row.isPresent() ? Change.DONE : Change.CHANGED_MEANWHILE;
		});
	}

	private CredentialRow row(long subject, int version, CallerCredential credential, Instant now) {
		String id = UUID.randomUUID().toString();
		Instant expiresAt = (credential instanceof Tokens tokens) ? tokens.expiresAt() : null;
		return new CredentialRow(subject, id, version, credential.kind(), this.safe.seal(subject, id, credential),
				expiresAt, RefreshTiming.due(credential, now), null, null, now, null, null);
	}

	private static long subject(@Nullable Long raceId) {
		return (raceId != null) ? raceId : CredentialRow.DEFAULT;
	}

	private Change inTransaction(Supplier<Change> change) {
		return Objects.requireNonNull(this.transactions.execute((status) -> change.get()));
	}

}
