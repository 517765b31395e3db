package io.selftimed.submission;

import java.util.Optional;

import io.selftimed.security.SecretBox;
import io.selftimed.security.SecretBox.Opened;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Keeps the tokens of receipts encrypted, so that an earlier receipt and an e-mail can
 * lead to them. Whoever reads the database alone reads no token.
 */
@Component
class SealedReceipts {

	private final SecretBox box;

	SealedReceipts(SecretBox box) {
		this.box = box;
	}

	/**
	 * What is stored of a token.
	 * @param token the token
	 * @param stored its keyed hash, as stored with the same submission
	 */
	String seal(String token, String stored) {
		return this.box.seal(place(stored), token);
	}

	/**
	 * The token again.
	 * @return empty if none was stored, or if the secret key was lost since
	 */
	Optional<String> open(@Nullable String sealed, String stored) {
		return (sealed != null && this.box.open(place(stored), sealed) instanceof Opened.Readable readable)
				? Optional.of(readable.secret()) : Optional.empty();
	}

	private static String place(String stored) {
		return "submission/receipt/" + stored;
	}

}
