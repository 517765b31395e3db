package io.selftimed.race;

import java.util.List;

/**
 * What a rule says of a claim.
 */
public sealed interface Verdict {

	/** Nothing to say against it. */
	Verdict ALLOWED = new Allowed();

	/**
	 * A refusal.
	 * @param field the form field it belongs to, {@code event} for none
	 * @param message the key of the sentence that says what to do
	 * @param arguments what the sentence names: text as it reads, or a moment in the
	 * race's zone
	 * @return the refusal
	 */
	static Verdict refused(String field, String message, Object... arguments) {
		return new Refused(field, message, List.of(arguments));
	}

	/** The rule is kept. */
	record Allowed() implements Verdict {
	}

	/** The rule is broken, with the reason. */
	record Refused(String field, String message, List<Object> arguments) implements Verdict {
	}

}
