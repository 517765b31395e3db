package io.selftimed.organizer.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.organizer.EventTab;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.WayBack;
import io.selftimed.submission.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was sent.
 *
 * @param version the review version that was seen
 * @param ruling {@code accept}, {@code reject}, {@code ask} or {@code undo}
 * @param words the reason or the question
 * @param withdraws whether RunSignup is told that there is no result
 * @param back where to go on: {@code review}, or the submission
 * @param after the page of the queue that it was on, null for the first
 * @param next the submission below it there, null for none
 */
public record RulingForm(int version, @Nullable String ruling, @Nullable String words, @Nullable Boolean withdraws,
		@Nullable String back, @Nullable Long after, @Nullable Long next) {

	static final int LONGEST = 500;

	/** Whether it is a decision at all, with its words or without. */
	boolean isRuling() {
		return List.of("accept", "undo", "reject", "ask").contains(Objects.requireNonNullElse(this.ruling, ""));
	}

	/**
	 * What it rules, empty if words are needed and missing or too long.
	 */
	Optional<Ruling> read() {
		String said = Objects.requireNonNullElse(this.words, "").replace("\r\n", "\n").replace("\0", "").strip();
		boolean sound = !said.isEmpty() && said.codePointCount(0, said.length()) <= LONGEST;
		return switch (Objects.requireNonNullElse(this.ruling, "")) {
			case "accept" -> Optional.of(new Ruling.Accept());
			case "undo" -> Optional.of(new Ruling.Undo());
			case "reject" ->
				sound ? Optional.of(new Ruling.Reject(said, Boolean.TRUE.equals(this.withdraws))) : Optional.empty();
			case "ask" -> sound ? Optional.of(new Ruling.Ask(said)) : Optional.empty();
			default -> Optional.empty();
		};
	}

	/**
	 * The list that it was decided from.
	 * @param way the list that the submission was opened from
	 */
	WayBack whence(EventVisit visit, WayBack way) {
		return isInQueue() ? queue(visit, (this.after != null) ? this.after : 0) : way;
	}

	/** The queue at a page of it. */
	static WayBack queue(EventVisit visit, long after) {
		WayBack queue = WayBack.to(visit, EventTab.REVIEW);
		return (after > 0) ? queue.with(Map.of("after", String.valueOf(after))) : queue;
	}

	private boolean isInQueue() {
		return "review".equals(this.back);
	}

	/**
	 * Where to go on below the event's address: in the queue at the next one, where it
	 * was.
	 * @param way the list that the submission was opened from
	 */
	String onward(long id, WayBack way) {
		if (!isInQueue()) {
			return way.along("/submissions/" + id);
		}
		return "/review" + ((this.after != null && this.after > 0) ? "?after=" + this.after : "")
				+ ((this.next != null) ? "#held-" + this.next : "");
	}

}
