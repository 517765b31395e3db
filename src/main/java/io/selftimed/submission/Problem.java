package io.selftimed.submission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.selftimed.race.Event;
import io.selftimed.submission.Checked.Refusal;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * One thing that stands against a form, as the page says it.
 *
 * @param field the form field, {@code time} for the three boxes together, {@code event}
 * for none
 * @param text what to do about it
 */
record Problem(String field, String text) {

	private static final List<String> ON_THE_PAGE = List.of("event", "receipt", "bib", "lastName", "birthDate",
			"identity", "outcome", "time", "hours", "minutes", "seconds", "elevationGain", "elevationUnit", "tally",
			"email", "note");

	private static final Set<String> OF_A_RESULT = Set.of("time", "hours", "minutes", "seconds", "elevationGain",
			"elevationUnit", "tally");

	/**
	 * Everything that stands against a form, in the order of the page, one sentence a
	 * field.
	 * @param form the form as typed
	 * @param shape what its constraints say
	 * @param checked what the event's rules say
	 * @param wording says it
	 */
	static List<Problem> of(SubmissionForm form, BindingResult shape, Checked checked, Wording wording) {
		Map<Integer, Problem> found = new TreeMap<>();
		Stream.concat(shape.getFieldErrors().stream().map(Problem::refusal), refusals(checked).stream())
			.filter((refusal) -> !(form.withoutResult() && OF_A_RESULT.contains(refusal.field())))
			.forEach((refusal) -> found.putIfAbsent(ON_THE_PAGE.indexOf(refusal.field()), of(refusal, wording)));
		return List.copyOf(found.values());
	}

	/** That this runner has sent enough for today. */
	static Problem of(TooManyToday tooMany, Wording wording) {
		return of(Refusal.of("bib", "refusal.bib.daily", String.valueOf(tooMany.limit())), wording);
	}

	/** That nothing can be corrected any more. */
	static Problem of(CorrectionsOver over, Wording wording) {
		Event event = over.event();
		return of(Refusal.of("event", "refusal.event.corrections",
				wording.momentWithZone(event.correctionsEnd(), event.race().zone())), wording);
	}

	/** The id of what to mend on the page, null if nothing there mends it. */
	public @Nullable String target() {
		return switch (this.field) {
			case "event", "receipt", "identity" -> null;
			case "time" -> "hours";
			default -> this.field;
		};
	}

	/** One refusal. */
	static Problem of(Refusal refusal, Wording wording) {
		return new Problem(refusal.field(), wording.sayOfFields(refusal.message(), refusal.arguments()));
	}

	private static Refusal refusal(FieldError error) {
		return Refusal.of(error.getField(), Objects.requireNonNull(error.getDefaultMessage()));
	}

	private static Collection<Refusal> refusals(Checked checked) {
		return (checked instanceof Checked.Refused refused) ? refused.refusals() : List.of();
	}

}
