package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it is shown.
 *
 * @param facts what is said of the event
 * @param reference our id of the submission
 * @param state the word of its state
 * @param words what its sentences are called: the state, or {@code too-late}
 * @param tryingAgain whether a call has carried it in vain
 * @param submitted when it was submitted, in the race's zone
 * @param received when RunSignup received it, by RunSignup's own clock; null before
 * @param answers what was sent
 * @param registrationId RunSignup's registration it went to, null if unknown
 */
record ReceiptPage(EventFacts facts, long reference, String state, String words, boolean tryingAgain, String submitted,
		@Nullable String received, List<Answer> answers, @Nullable Long registrationId) {

	static ReceiptPage of(Receipts.Receipt receipt, List<Answer> answers, Wording wording) {
		ZoneId zone = receipt.event().race().zone();
		DeliveryProgress.Progress progress = receipt.progress();
		Instant received = (progress != null) ? progress.receivedAt() : null;
		return new ReceiptPage(EventFacts.of(receipt.event(), wording), receipt.reference(), receipt.state().word(),
				words(receipt), progress != null && progress.attempts() > 1,
				wording.momentToTheSecond(receipt.submittedAt(), zone),
				(received != null) ? wording.momentToTheSecond(received, zone) : null, answers,
				(progress != null) ? progress.registrationId() : null);
	}

	private static String words(Receipts.Receipt receipt) {
		DeliveryProgress.Progress progress = receipt.progress();
		boolean tooLate = progress != null && progress.stage() == DeliveryProgress.Stage.TOO_LATE;
		return tooLate ? "too-late" : receipt.state().word();
	}

	/**
	 * After how long the page looks again by itself: soon at first, then at leisure.
	 * @param age since the submission
	 */
	static Duration lookAgainAfter(Duration age) {
		if (age.compareTo(Duration.ofMinutes(1)) < 0) {
			return Duration.ofSeconds(2);
		}
		return (age.compareTo(Duration.ofMinutes(10)) < 0) ? Duration.ofSeconds(15) : Duration.ofSeconds(60);
	}

}
