package io.selftimed.organizer.submissions;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.selftimed.race.Doubt;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the list shows around its rows.
 *
 * @param address where it is
 * @param filter what is listed
 * @param unread the fields that could not be read
 * @param isFirst whether it is the first page
 */
record ListView(ListAddress address, ListFilter filter, Set<String> unread, boolean isFirst) {

	/** What was typed or chosen in a field, null for nothing. */
	public @Nullable String typed(String field) {
		return this.address.values().get(field);
	}

	/** Whether a name is looked for, which is the order then. */
	public boolean isByName() {
		return this.filter.order() == ListOrder.NAME;
	}

	/**
	 * Whether the order leaves out what has no time, although no filter does. A bib's or
	 * a reference's few are listed to the last.
	 */
	public boolean leavesOutTimeless() {
		return this.filter.order().isByTime() && !this.filter.hasTimes() && this.filter.number() == null;
	}

	/** The filters that count, each with what takes it off. */
	public List<Chip> chips() {
		return this.address.values()
			.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals("sort") && !this.unread.contains(entry.getKey()))
			.map((entry) -> new Chip(entry.getKey(), entry.getValue(), this.address.without(entry.getKey())))
			.toList();
	}

	/** Whether any filter counts. */
	public boolean isFiltered() {
		return !chips().isEmpty();
	}

	/** Whether filters beside the search are set, so that they are shown unasked. */
	public boolean isDetailed() {
		return this.address.values().keySet().stream().anyMatch((name) -> !Set.of("q", "state", "sort").contains(name));
	}

	public List<String> states() {
		return Stream
			.concat(Stream.of(ListReader.COUNTING), Arrays.stream(SubmissionState.values()).map(SubmissionState::word))
			.toList();
	}

	public List<String> outcomes() {
		return Arrays.stream(Outcome.values()).map(Outcome::name).toList();
	}

	public List<String> doubts() {
		return Arrays.stream(Doubt.values()).map(Doubt::word).toList();
	}

	public List<String> orders() {
		return ListOrder.offered().stream().map(ListOrder::word).toList();
	}

	/**
	 * A filter that counts.
	 *
	 * @param field its field
	 * @param value what was typed or chosen
	 * @param without where the list is without it
	 */
	record Chip(String field, String value, String without) {

		/** The key of the value's name, null if it stands for itself. */
		public @Nullable String named() {
			return switch (this.field) {
				case "state" -> "organizer.state." + this.value;
				case "outcome" -> "organizer.outcome." + this.value;
				case "doubt" -> "organizer.doubt." + this.value;
				default -> null;
			};
		}

	}

}
