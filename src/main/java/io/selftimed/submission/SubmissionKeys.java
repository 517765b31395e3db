package io.selftimed.submission;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the keys that let one check page be sent twice and count once.
 */
@Component
class SubmissionKeys {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

	private final SecureRandom random = new SecureRandom();

	/** A new key: 128 random bits in 22 characters. */
	String next() {
		byte[] bits = new byte[16];
		this.random.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

	/** The same key if it has the shape of one, else a new one. */
	String keep(@Nullable String key) {
		return (key != null && isKey(key)) ? key : next();
	}

	/** Whether a text has the shape of a key. */
	static boolean isKey(String text) {
		return SHAPE.matcher(text).matches();
	}

}
