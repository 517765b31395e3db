package io.selftimed.organizer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The list of an event that a page was opened from, as it was looked at: searched,
 * filtered, sorted, and where in it. Pages hand it on as {@link #PARAMETER} and find it
 * as {@code wayBack}. It leads to a list of the same event and never anywhere else: what
 * an address says is taken apart, and the way is built of what lists understand.
 *
 * @param slug the event's name in addresses
 * @param list the list, null if it is not known
 * @param view what stands in the list's own address, by name
 */
public record WayBack(String slug, @Nullable EventTab list, Map<String, String> view) {

	/** Its name in addresses and forms. */
	public static final String PARAMETER = "list";

	/** An address may be so long with this in it; a longer view is left behind. */
	private static final int LONGEST = 1500;

	/** Names the part of a list that is one page in parts. */
	private static final String PART = "part";

	/** What lists understand. */
	private static final Map<EventTab, List<String>> NAMES = Map.of(EventTab.SUBMISSIONS,
			List.of("q", "state", "outcome", "doubt", "timeFrom", "timeTo", "since", "until", "sort", "after"),
			EventTab.REVIEW, List.of("after"), EventTab.DELIVERIES, List.of(PART), EventTab.ROSTER,
			List.of("show", "q", "after"));

	/** The way to a list with nothing left out. */
	public static WayBack to(EventVisit visit, EventTab list) {
		return new WayBack(visit.slug(), list, Map.of());
	}

	/**
	 * Reads what an address or a form says.
	 * @param visit the event that is looked at
	 * @param text any text, null for none
	 * @return the way back; to no known list if the text names none that the visitor may
	 * open
	 */
	public static WayBack read(EventVisit visit, @Nullable String text) {
		WayBack unknown = new WayBack(visit.slug(), null, Map.of());
		if (text == null || text.length() > LONGEST) {
			return unknown;
		}
		String[] parts = text.split("\\.", 2);
		return list(parts[0]).filter((list) -> EventTab.of(visit.race().role()).contains(list))
			.map((list) -> WayBack.to(visit, list).with(values((parts.length > 1) ? parts[1] : "")))
			.orElse(unknown);
	}

	private static Optional<EventTab> list(String word) {
		return NAMES.keySet().stream().filter((list) -> list.word().equals(word)).findFirst();
	}

	private static Map<String, String> values(String query) {
		Map<String, String> values = new LinkedHashMap<>();
		try {
			Arrays.stream(query.split("&"))
				.map((pair) -> pair.split("=", 2))
				.filter((pair) -> pair.length == 2)
				.forEach((pair) -> values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
			return values;
		}
		catch (IllegalArgumentException ex) {
			return Map.of();
		}
	}

	/** The same list, looked at in this way; what it does not understand is left out. */
	public WayBack with(Map<String, String> wanted) {
		Map<String, String> view = new LinkedHashMap<>();
		names().stream()
			.filter((name) -> !wanted.getOrDefault(name, "").isBlank())
			.forEach((name) -> view.put(name, wanted.getOrDefault(name, "")));
		WayBack way = new WayBack(this.slug, this.list, view);
		return (way.query().length() > LONGEST / 2) ? new WayBack(this.slug, this.list, Map.of()) : way;
	}

	private List<String> names() {
		return (this.list != null) ? NAMES.getOrDefault(this.list, List.of()) : List.of();
	}

	/** A part of the same list. */
	public WayBack part(String part) {
		return with(Map.of(PART, part));
	}

	/**
	 * The same, or where none is known the way to a list with nothing left out.
	 * @param otherwise the word of that list
	 */
	public WayBack or(String otherwise) {
		return (this.list != null) ? this : new WayBack(this.slug, list(otherwise).orElse(null), Map.of());
	}

	/** Whether the list is looked at in a way of its own. */
	public boolean isKept() {
		return this.view.keySet().stream().anyMatch((name) -> !name.equals(PART));
	}

	/** The word of the list, empty if it is not known. */
	public String word() {
		return (this.list != null) ? this.list.word() : "";
	}

	/** How it stands in addresses and forms, null if no list is known. */
	public @Nullable String text() {
		return (this.list != null) ? this.list.word() + (query().isEmpty() ? "" : "." + query()) : null;
	}

	/**
	 * The address of the list, at the row that was left.
	 * @param submissionId our id of the submission that was looked at, null for none
	 * @param participantId our id of the runner that was looked at, null for none
	 */
	public String address(@Nullable Long submissionId, @Nullable Long participantId) {
		String path = "/organizer/events/" + this.slug + ((this.list != null) ? this.list.path() : "");
		if (this.list == EventTab.DELIVERIES) {
			return path + (this.view.containsKey(PART) ? "#" + encoded(this.view.getOrDefault(PART, "")) : "");
		}
		return path + (query().isEmpty() ? "" : "?" + query()) + row(submissionId, participantId);
	}

	private String row(@Nullable Long submissionId, @Nullable Long participantId) {
		if (this.list == EventTab.ROSTER) {
			return (participantId != null) ? "#participant-" + participantId : "";
		}
		return (submissionId == null) ? ""
				: ((this.list == EventTab.REVIEW) ? "#held-" : "#submission-") + submissionId;
	}

	/**
	 * An address that takes it along.
	 * @param path a path of ours, with a query or without
	 */
	public String along(String path) {
		String text = text();
		return (text != null) ? path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + encoded(text) : path;
	}

	private String query() {
		return this.view.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
