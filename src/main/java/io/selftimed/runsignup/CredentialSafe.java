package io.selftimed.runsignup;

import java.util.Optional;
import java.util.function.BiFunction;

import io.selftimed.runsignup.CallerCredential.KeyAndSecret;
import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.CredentialRow.Secrets;
import io.selftimed.security.SecretBox;
import io.selftimed.security.SecretBox.Opened.Readable;
import io.selftimed.security.SecretBox.Opened.Unreadable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Seals credentials for their row and opens them again.
 */
@Component
class CredentialSafe {

	private final SecretBox box;

	CredentialSafe(SecretBox box) {
		this.box = box;
	}

	/**
	 * Seals the secrets of a credential for one row.
	 * @param subject the row's subject
	 * @param id the row's id
	 */
	Secrets seal(long subject, String id, CallerCredential credential) {
		BiFunction<String, String, String> seal = (column, secret) -> this.box
			.seal(place(subject, id, credential.kind(), column), secret);
		return switch (credential) {
			case KeyAndSecret(var kind, String key, String secret) ->
				new Secrets(seal.apply("api_key", key), seal.apply("secret", secret), null, null, null);
			case Tokens(String token, var expiresAt, RefreshGrant grant) when grant != null ->
				new Secrets(null, seal.apply("secret", token), seal.apply("refresh_token", grant.refreshToken()),
						seal.apply("client_id", grant.clientId()), seal.apply("client_secret", grant.clientSecret()));
			case Tokens tokens -> new Secrets(null, seal.apply("secret", tokens.accessToken()), null, null, null);
		};
	}

	/** Opens a row; empty if any of its secrets cannot be read. */
	Optional<Contents> open(CredentialRow row) {
		Opening opening = new Opening(row);
		String key = opening.open("api_key", row.secrets().apiKey());
		String secret = opening.open("secret", row.secrets().secret());
		String refreshToken = opening.open("refresh_token", row.secrets().refreshToken());
		String clientId = opening.open("client_id", row.secrets().clientId());
		String clientSecret = opening.open("client_secret", row.secrets().clientSecret());
		if (opening.unreadable || secret == null) {
			return Optional.empty();
		}
		if (row.kind() != CredentialKind.OAUTH) {
			return Optional.ofNullable(key)
				.map((known) -> new Contents(new KeyAndSecret(row.kind(), known, secret), opening.current));
		}
		RefreshGrant grant = (refreshToken != null && clientId != null && clientSecret != null)
				? new RefreshGrant(refreshToken, clientId, clientSecret) : null;
		return Optional.of(new Contents(new Tokens(secret, row.expiresAt(), grant), opening.current));
	}

	private static String place(long subject, String id, CredentialKind kind, String column) {
		return "credential/" + subject + "/" + id + "/" + kind.propertyName() + "/" + column;
	}

	/**
	 * What a row holds.
	 *
	 * @param underCurrentKey false if the row should be sealed again
	 */
	record Contents(CallerCredential credential, boolean underCurrentKey) {
	}

	/** Opens the secrets of one row, and remembers what was not as it should be. */
	private final class Opening {

		private final CredentialRow row;

		private boolean unreadable;

		private boolean current = true;

		Opening(CredentialRow row) {
			this.row = row;
		}

		@Nullable String open(String column, @Nullable String sealed) {
			if (sealed == null) {
				return null;
			}
			String place = place(this.row.subject(), this.row.id(), this.row.kind(), column);
			return switch (CredentialSafe.this.box.open(place, sealed)) {
				case Readable(String secret, boolean underCurrentKey) -> {
					this.current &= underCurrentKey;
					yield secret;
				}
				case Unreadable() -> {
					this.unreadable = true;
					yield null;
				}
			};
		}

	}

}
