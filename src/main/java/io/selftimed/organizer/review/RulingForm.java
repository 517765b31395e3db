package io.selftimed.organizer.review;

import java.util.Objects;
import java.util.Optional;

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
 */
public record RulingForm(int version, @Nullable String ruling, @Nullable String words, @Nullable Boolean withdraws,
		@Nullable String back) {

	static final int LONGEST = 500;

	/**
	 * What it rules, empty if words are needed and missing or too long.
	 */
	Optional<Ruling> read() {
		String said = Objects.requireNonNullElse(this.words, "").strip().replace("\0", "");
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

	/** Whether the queue is where to go on. */
	boolean isFromQueue() {
		return "review".equals(this.back);
	}

}
