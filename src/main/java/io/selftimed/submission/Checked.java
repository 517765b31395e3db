package io.selftimed.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the check of a form found.
 */
sealed interface Checked {

	/** Nothing is against the rules. */
	record Sound(Statement statement) implements Checked {
	}

	/**
	 * Something is against the rules.
	 *
	 * @param refusals everything that is, in the order of the page; never empty
	 * @param untimely what is stated, where nothing but the moment is against it; else
	 * null
	 */
	record Refused(List<Refusal> refusals, @Nullable Statement untimely) implements Checked {

		Refused(List<Refusal> refusals) {
			this(refusals, null);
		}

	}

	/**
	 * One reason why a form is refused.
	 *
	 * @param field the form field it belongs to, {@code time} for the three boxes of the
	 * clock time together, {@code event} for none
	 * @param message the key of the sentence in messages.properties
	 * @param arguments what the sentence names: the name of a field, text as it reads, or
	 * a moment in the race's zone
	 */
	record Refusal(String field, String message, List<Object> arguments) {

		static Refusal of(String field, String message, Object... arguments) {
			return new Refusal(field, message, List.of(arguments));
		}

	}

}
