package io.selftimed.submission;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A receipt as it is shown.
 *
 * @param facts what is said of the event
 * @param reference our id of the submission
 * @param state the word of its state
 * @param words what its title is called: the state, or {@code too-late}
 * @param next what happens next and what to do, a sentence each
 * @param submitted when it was submitted, in the race's zone
 * @param received when RunSignup received it, by RunSignup's own clock; null before
 * @param answers what was sent
 * @param share the result in one line, for others; null if there is none to tell
 * @param registrationId RunSignup's registration it went to, null if unknown
 * @param question what the race asks, null for nothing
 * @param answer what the runner answered, null for nothing
 * @param newer the token of the receipt that is to be looked at instead, null for none
 * @param changes what can still be done about it
 */
record ReceiptPage(EventFacts facts, long reference, String state, String words, List<String> next, String submitted,
		@Nullable String received, List<Answer> answers, @Nullable String share, @Nullable Long registrationId,
		@Nullable String question, @Nullable String answer, @Nullable String newer, Changes changes) {

	/**
	 * After how long the page looks again by itself: soon at first, then at leisure.
	 * @param age since the submission
	 */
	static Duration lookAgainAfter(Duration age) {
		if (age.compareTo(Duration.ofSeconds(10)) < 0) {
			return Duration.ofSeconds(1);
		}
		if (age.compareTo(Duration.ofMinutes(1)) < 0) {
			return Duration.ofSeconds(2);
		}
		return (age.compareTo(Duration.ofMinutes(10)) < 0) ? Duration.ofSeconds(15) : Duration.ofSeconds(60);
	}

	/**
	 * What can still be done about a submission.
	 *
	 * @param until until when, or until when it could, in the race's zone
	 * @param open whether the event takes corrections
	 * @param correct whether a correction is offered
	 * @param again whether that is rather a new beginning
	 * @param withdraw whether a withdrawal is offered
	 * @param others whether results of other runners are taken
	 */
	record Changes(String until, boolean open, boolean correct, boolean again, boolean withdraw, boolean others) {
	}

}
