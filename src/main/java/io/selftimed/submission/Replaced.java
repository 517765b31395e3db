package io.selftimed.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says on the check page of a correction what it replaces. Of results that came another
 * way than through the same receipt it says nothing.
 */
@Component
class Replaced {

	private final EarlierSubmissions earlier;

	private final Wording wording;

	Replaced(EarlierSubmissions earlier, Wording wording) {
		this.earlier = earlier;
		this.wording = wording;
	}

	/**
	 * The lines of a check page, each with what it takes the place of. Whose result it is
	 * cannot be changed in a correction.
	 */
	List<Answer> mark(List<Answer> answers, Statement statement) {
		if (statement.who().through() == null) {
			return answers;
		}
		Earlier replaced = of(statement).orElse(null);
		return answers.stream()
			.map((answer) -> "bib".equals(answer.field()) ? answer.fixed() : mark(answer, replaced))
			.toList();
	}

	/** When that was sent which is replaced, in the race's zone; null if nothing is. */
	@Nullable String whatCameWhen(Statement statement) {
		return of(statement).map((one) -> this.wording.momentToTheSecond(one.submittedAt(), one.event().race().zone()))
			.orElse(null);
	}

	private Optional<Earlier> of(Statement statement) {
		return Optional.ofNullable(statement.who().through())
			.flatMap(this.earlier::bySubmission)
			.filter((one) -> one.standing() == Earlier.Standing.STANDS || one.standing() == Earlier.Standing.HELD);
	}

	private Answer mark(Answer answer, @Nullable Earlier replaced) {
		String before = (replaced != null) ? before(replaced.event(), replaced.result(), answer.field()) : null;
		return (before == null || before.equals(answer.value())) ? answer
				: answer.replacing(this.wording.say("check.replaces.value", before));
	}

	private @Nullable String before(Event event, Result result, @Nullable String field) {
		BigDecimal tally = result.tally();
		return switch (Objects.requireNonNullElse(field, "")) {
			case "outcome" -> this.wording.say("outcome." + result.outcome());
			case "hours" -> Objects.toString(result.clockTime(), null);
			case "elevationGain" -> Objects.toString(result.elevationGain(), null);
			case "tally" -> (tally != null) ? tally.toPlainString() + " " + event.tallyLabel() : null;
			default -> null;
		};
	}

}
