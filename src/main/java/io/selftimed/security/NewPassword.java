package io.selftimed.security;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * What a new password must be: long enough, and not one that is known from breaches or
 * guessed as quickly. Asks nobody outside.
 */
public final class NewPassword {

	/** The fewest characters. */
	public static final int SHORTEST = 12;

	/** More bytes than these would not count. */
	private static final int MOST_BYTES = 72;

	/** From here on it takes more than 10 to the 8th guesses. */
	private static final int HARD_TO_GUESS = 3;

	private static final Zxcvbn GUESSES = new Zxcvbn();

	private NewPassword() {
	}

	/**
	 * Why a password is refused.
	 * @param password what was typed, any text
	 * @param email the address of the account, which makes a bad password too
	 * @return the key of the sentence; empty if it may be used
	 */
	public static Optional<String> refusal(String password, String email) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of("password.refused.short");
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			return Optional.of("password.refused.long");
		}
		int score = GUESSES.measure(password, List.of(email, email.split("@", 2)[0], "selftimed")).getScore();
		return (score < HARD_TO_GUESS) ? Optional.of("password.refused.known") : Optional.empty();
	}

}
