package io.selftimed.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Makes the tokens of links, 256 bits each, and the keyed hashes that stand for them in
 * the database.
 */
@Component
class OneTimeToken {

	private static final int BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final KeyedHash hash;

	OneTimeToken(KeyedHash hash) {
		this.hash = hash;
	}

	/** A new token, of letters, digits, {@code -} and {@code _}. */
	String make() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * The hash to store.
	 * @param purpose what the text is for, so that no token does for another
	 */
	String hash(String purpose, String text) {
		return HexFormat.of().formatHex(this.hash.of(purpose, text.getBytes(StandardCharsets.UTF_8)));
	}

	/** The hashes to look for, also after the secret key was changed. */
	List<String> hashes(String purpose, String text) {
		return this.hash.candidates(purpose, text.getBytes(StandardCharsets.UTF_8))
			.stream()
			.map(HexFormat.of()::formatHex)
			.toList();
	}

}
