package io.selftimed.submission;

import java.util.List;

import io.selftimed.race.Event;

/**
 * Asks whoever opens a receipt on another phone for the identifying fact again.
 */
interface Recognition {

	/**
	 * Compares what was typed with what is known of the runner.
	 * @param earlier the submission of the receipt
	 * @param fact the form, of which only the identifying fact was typed
	 * @return why the runner was not recognised, at the field that was typed into; empty
	 * if the runner was
	 */
	List<Checked.Refusal> check(Earlier earlier, SubmissionForm fact);

	/**
	 * The form field of the fact that an event asks for.
	 * @return {@code event} if there is none to ask for
	 */
	static String field(Event event) {
		return switch (event.trust().identity()) {
			case LAST_NAME -> "lastName";
			case BIRTH_DATE -> "birthDate";
			case EMAIL_LINK, BIB_ONLY -> "event";
		};
	}

}
