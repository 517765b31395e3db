package io.selftimed.submission;

/**
 * Whether there is room for more. Where there is none, submissions are refused before
 * anything is written, rather than half written.
 */
interface Room {

	/** Whether a submission can be kept. */
	boolean isThere();

}
