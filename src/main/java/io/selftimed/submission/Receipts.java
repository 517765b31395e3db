package io.selftimed.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The runners' receipts.
 */
interface Receipts {

	/**
	 * The receipt of a token.
	 * @param token the token from the address
	 * @return the receipt, empty if no submission has it
	 */
	Optional<Receipt> find(String token);

	/**
	 * What a receipt shows: no more of the runner than bib and initial.
	 *
	 * @param reference our id of the submission, for questions
	 * @param event the event
	 * @param bib the bib, null if none is known any more
	 * @param initial the first letter of the last name, null if erased
	 * @param outcome how the race ended
	 * @param clockTime the time, null unless finished
	 * @param elevationGain value and unit as typed, null if none
	 * @param tally the tally as typed, null if none
	 * @param submittedAt when it was submitted
	 * @param state the state of the whole, as in {@code data-state}
	 * @param progress what delivery knows; null unless the submission is the wanted one
	 * @param words what else was sent
	 * @param heldFor why it waited for a person, empty if it did not
	 * @param aftermath what came after it
	 */
	record Receipt(long reference, Event event, @Nullable Long bib, @Nullable String initial, Outcome outcome,
			@Nullable ClockTime clockTime, @Nullable String elevationGain, @Nullable BigDecimal tally,
			Instant submittedAt, State state, DeliveryProgress.@Nullable Progress progress, Words words,
			Set<HoldReason> heldFor, Aftermath aftermath) {
	}

	/**
	 * What else was sent.
	 *
	 * @param email the address with all but its first letter and its host hidden, null if
	 * none
	 * @param note the note, null if none
	 * @param said why the race rejected it, null for nothing
	 * @param question what the race asked last, null for nothing
	 * @param answer what the runner answered, null for nothing
	 */
	record Words(@Nullable String email, @Nullable String note, @Nullable String said, @Nullable String question,
			@Nullable String answer) {

		Words(@Nullable String email, @Nullable String note) {
			this(email, note, null, null, null);
		}

		/** Nothing else. */
		static final Words NONE = new Words(null, null);

	}

	/**
	 * The states a receipt can be in.
	 */
	enum State {

		HELD, WAITING, RECEIVED, APPROVED, REFUSED, REJECTED, WITHDRAWN, SUPERSEDED;

		/** The word in {@code data-state}. */
		String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
