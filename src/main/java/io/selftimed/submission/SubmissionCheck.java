package io.selftimed.submission;

import io.selftimed.race.Event;

/**
 * Holds a form against an event's rules. Changes nothing.
 */
interface SubmissionCheck {

	/**
	 * Checks all fields at once.
	 * @param event the event whose rules count
	 * @param form the form as typed
	 * @return what was found
	 */
	Checked check(Event event, SubmissionForm form);

}
