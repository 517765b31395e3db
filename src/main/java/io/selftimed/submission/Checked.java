package io.selftimed.submission;

import java.util.List;

/**
 * What the check of a form found.
 */
sealed interface Checked {

	/** Nothing is against the rules. */
	record Sound(Statement statement) implements Checked {
	}

	/** Everything that is against the rules, in the order of the page; never empty. */
	record Refused(List<Refusal> refusals) implements Checked {
	}

	/**
	 * One reason why a form is refused.
	 *
	 * @param field the form field it belongs to, {@code time} for the three boxes of the
	 * clock time together, {@code event} for none
	 * @param message the key of the sentence in messages.properties
	 * @param arguments what the sentence names, as it reads
	 */
	record Refusal(String field, String message, List<String> arguments) {

		static Refusal of(String field, String message, String... arguments) {
			return new Refusal(field, message, List.of(arguments));
		}

	}

}
