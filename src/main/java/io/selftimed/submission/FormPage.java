package io.selftimed.submission;

import java.util.List;
import java.util.Map;

import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event as it is shown: blank, with problems, or to be changed.
 *
 * @param facts what is said of the event
 * @param event the event, for what it asks
 * @param typed everything typed
 * @param problems what stands against it, in the order of the page
 * @param focus the name of the field to begin with, null for none
 */
record FormPage(EventFacts facts, Event event, Map<String, String> typed, List<Problem> problems,
		@Nullable String focus) {

	/** The outcomes to choose from, in their own order. */
	public List<Outcome> choices() {
		return this.event.outcomes().stream().sorted().toList();
	}

	/** What was typed into a field. */
	public String value(String field) {
		return this.typed.getOrDefault(field, "");
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

	/** Whether the reader begins at this field. */
	public boolean beginsAt(String field) {
		return field.equals(this.focus);
	}

	/** Whether it is as a runner meets it first, so that a draft may go into it. */
	public boolean untouched() {
		return this.problems.isEmpty() && this.focus == null;
	}

	/** Whether it corrects what a receipt stands for, so that nobody asks whose it is. */
	public boolean correction() {
		return !value("receipt").isEmpty() && problem("receipt") == null;
	}

	/** Whether results are taken, as far as the last check found. */
	public boolean open() {
		return problem("event") == null;
	}

}
