package io.selftimed.submission;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a receipt shows of the delivery. Implemented where deliveries are known, so that
 * this module needs not know them.
 */
public interface DeliveryProgress {

	/**
	 * How far a submission has come.
	 * @param submissionId our id of an accepted submission that nothing newer replaced
	 * @return its progress
	 */
	Progress of(long submissionId);

	/**
	 * How far a submission has come.
	 *
	 * @param stage the stage
	 * @param receivedAt RunSignup's own {@code results_received_ts}, null before it is
	 * known
	 * @param attempts how many calls carried it
	 * @param registrationId RunSignup's registration it went to, null if unknown
	 * @param settlesAt when it is sent at the earliest, null once that does not matter
	 */
	record Progress(Stage stage, @Nullable Instant receivedAt, int attempts, @Nullable Long registrationId,
			@Nullable Instant settlesAt) {

		public Progress(Stage stage, @Nullable Instant receivedAt, int attempts, @Nullable Long registrationId) {
			this(stage, receivedAt, attempts, registrationId, null);
		}

	}

	/**
	 * The stages of a delivery.
	 */
	enum Stage {

		/** On its way. */
		WAITING,
		/** RunSignup has it. */
		RECEIVED,
		/** A director approved it at RunSignup. */
		APPROVED,
		/** RunSignup refused it. */
		REFUSED,
		/** RunSignup refused it after it had stopped taking results. */
		TOO_LATE

	}

}
