package io.selftimed.organizer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.selftimed.race.Verdict.Refused;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * A form of the organizers as it is shown: everything typed, and what stands against it.
 * Templates find it as {@code form}.
 *
 * @param typed everything typed, by field; ticked boxes joined by commas
 * @param problems what stands against it, in the order of the page
 */
public record TypedForm(Map<String, String> typed, List<Problem> problems) {

	/** A form with nothing against it. */
	public static TypedForm of(Map<String, String> typed) {
		return new TypedForm(typed, List.of());
	}

	/** What a browser sent, by field; ticked boxes joined by commas. */
	public static Map<String, String> joined(MultiValueMap<String, String> sent) {
		Map<String, String> typed = new LinkedHashMap<>();
		sent.forEach((field, values) -> typed.put(field, String.join(",", values)));
		return typed;
	}

	/**
	 * A form that is refused.
	 * @param refusals what stands against it
	 * @param wording says it
	 */
	public static TypedForm refused(Map<String, String> typed, List<Refused> refusals, Wording wording) {
		return new TypedForm(typed,
				refusals.stream()
					.map((refusal) -> new Problem(refusal.field(),
							wording.say(refusal.message(), refusal.arguments().toArray())))
					.toList());
	}

	/** The same without what nobody may read again. */
	public TypedForm without(Set<String> fields) {
		Map<String, String> rest = new LinkedHashMap<>(this.typed);
		rest.keySet().removeAll(fields);
		return new TypedForm(rest, this.problems);
	}

	/** What was typed into a field. */
	public String value(String field) {
		return this.typed.getOrDefault(field, "");
	}

	/** Whether a box of a field is ticked. */
	public boolean ticked(String field, Object box) {
		return Arrays.asList(value(field).split(",")).contains(box.toString());
	}

	/** What stands against a field, null if nothing. */
	public @Nullable String problem(String field) {
		return this.problems.stream()
			.filter((problem) -> problem.field().equals(field))
			.map(Problem::text)
			.findFirst()
			.orElse(null);
	}

	/** Whether something stands against one of these fields. */
	public boolean wrong(List<String> fields) {
		return fields.stream().anyMatch((field) -> problem(field) != null);
	}

	/** The ids of all that describes a control: its hint, and its problem if any. */
	public String describedBy(String field) {
		return (problem(field) != null) ? field + "-hint " + field + "-problem" : field + "-hint";
	}

	/**
	 * One thing that stands against a form.
	 *
	 * @param field its field, {@code form} for none
	 * @param text what to do about it
	 */
	public record Problem(String field, String text) {

		/** The id of what to mend, null if nothing on the page mends it. */
		public @Nullable String target() {
			return this.field.equals("form") ? null : this.field;
		}

	}

}
