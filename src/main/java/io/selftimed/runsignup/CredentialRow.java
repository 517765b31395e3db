package io.selftimed.runsignup;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A credential as it is kept: its secrets are sealed. The columns are told in the
 * migration that makes the table.
 */
record CredentialRow(long subject, String id, int version, CredentialKind kind, Secrets secrets,
		@Nullable Instant expiresAt, @Nullable Instant refreshAt, @Nullable Instant refreshingUntil,
		@Nullable Instant refusedAt, Instant enteredAt, @Nullable Instant tokensChangedAt,
		@Nullable String settingsHash) {

	/** The subject of the default. */
	static final long DEFAULT = 0;

	/** The subject of the tokens that came in place of those in the settings. */
	static final long SETTINGS = -1;

	/** The race, null for the others. */
	@Nullable Long raceId() {
		return (this.subject > 0) ? (Long) this.subject : null;
	}

	/** The row after its version was raised. */
	CredentialRow next() {
		return new CredentialRow(this.subject, this.id, this.version + 1, this.kind, this.secrets, this.expiresAt,
				this.refreshAt, this.refreshingUntil, this.refusedAt, this.enteredAt, this.tokensChangedAt,
				this.settingsHash);
	}

	/** Whether new tokens are due, and nobody is at it. */
	boolean isRefreshDueAt(Instant now) {
		return this.refreshAt != null && !now.isBefore(this.refreshAt) && !isRefreshingAt(now);
	}

	boolean isRefreshingAt(Instant now) {
		return this.refreshingUntil != null && now.isBefore(this.refreshingUntil);
	}

	boolean isExpiredAt(Instant now) {
		return this.expiresAt != null && !now.isBefore(this.expiresAt);
	}

	/**
	 * What is encrypted, each under its own place.
	 */
	record Secrets(@Nullable String apiKey, String secret, @Nullable String refreshToken, @Nullable String clientId,
			@Nullable String clientSecret) {

		@Override
		public String toString() {
			return "Secrets[****]";
		}

	}

}
