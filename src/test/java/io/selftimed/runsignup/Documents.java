package io.selftimed.runsignup;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Documents of answers to calls without a credential.
 */
final class Documents {

	static final Passport NO_PASSPORT = new Passport("", Map.of(), Set.of());

	private Documents() {
	}

	static AnswerDocument of(byte[] body) {
		return AnswerDocument.of(body, NO_PASSPORT);
	}

	static AnswerDocument of(String body) {
		return of(body.getBytes(StandardCharsets.UTF_8));
	}

}
