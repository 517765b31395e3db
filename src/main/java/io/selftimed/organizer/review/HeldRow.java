package io.selftimed.organizer.review;

import java.time.Instant;
import java.util.List;

import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * A submission that waits for a person. Holds personal data: never logged.
 *
 * @param id our id, the reference
 * @param version the review version that a decision has to name
 * @param participantId our id of the runner
 * @param bib the bib it was sent for, null if unknown
 * @param name the runner's name, null if unknown or erased
 * @param outcome how the race ended
 * @param clockTime the time, null unless finished
 * @param distance the event's distance in millimetres, null if each goes their own
 * @param elevation elevation gain as typed, null if none
 * @param tally the tally as typed, null if none
 * @param submittedAt when it was sent
 * @param identityShown how the sender showed to be this runner, a word
 * @param heldFor why it waits, words
 * @param doubts what the runner confirmed, words
 * @param note the runner's note, null if none
 * @param question what was asked, null for nothing
 * @param answer what the runner answered, null for nothing
 * @param others how many other submissions there are of this runner
 * @param latest the latest of those, newest first
 */
record HeldRow(long id, int version, long participantId, @Nullable Long bib, @Nullable String name, String outcome,
		@Nullable ClockTime clockTime, @Nullable Long distance, @Nullable String elevation, @Nullable String tally,
		Instant submittedAt, String identityShown, List<String> heldFor, List<String> doubts, @Nullable String note,
		@Nullable String question, @Nullable String answer, long others, List<Other> latest) {

	HeldRow with(List<Other> latest) {
		return new HeldRow(this.id, this.version, this.participantId, this.bib, this.name, this.outcome, this.clockTime,
				this.distance, this.elevation, this.tally, this.submittedAt, this.identityShown, this.heldFor,
				this.doubts, this.note, this.question, this.answer, this.others, latest);
	}

	@Override
	public String toString() {
		return "HeldRow[" + this.id + "]";
	}

	/**
	 * Another submission of the same runner.
	 *
	 * @param id our id, the reference
	 * @param participantId our id of the runner
	 * @param outcome how the race ended
	 * @param clockTime the time, null unless finished
	 * @param submittedAt when it was sent
	 * @param review what people made of it
	 */
	record Other(long id, long participantId, String outcome, @Nullable ClockTime clockTime, Instant submittedAt,
			String review) {

	}

}
