package io.selftimed.organizer.submissions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.organizer.NameKey;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an address asks for. What cannot be read is left out and named, never
 * guessed.
 */
final class ListReader {

	private static final Pattern CLOCK = Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,4}):([0-5]\\d)|(\\d{1,5}))");

	/** In place of a state: whatever counts for its runner now. */
	static final String COUNTING = "counting";

	private final Map<String, String> values;

	private final ZoneId zone;

	private final Set<String> unread = new LinkedHashSet<>();

	private ListReader(Map<String, String> values, ZoneId zone) {
		this.values = values;
		this.zone = zone;
	}

	/**
	 * Reads a form.
	 * @param form what was asked for
	 * @param zone where its moments are
	 */
	static Reading read(ListForm form, ZoneId zone) {
		ListReader reader = new ListReader(form.values(), zone);
		ListFilter filter = reader.filter();
		return new Reading(filter, reader.unread);
	}

	private ListFilter filter() {
		String q = this.values.get("q");
		Long number = (q != null && q.matches("#?[0-9]{1,18}")) ? Long.valueOf(q.replace("#", "")) : null;
		String name = (q != null && number == null) ? NameKey.of(q) : null;
		Long from = clock("timeFrom");
		Long to = clock("timeTo");
		return new ListFilter(number, name, state(), COUNTING.equals(this.values.get("state")), outcome(), doubt(),
				from, to, moment("since"), moment("until"),
				order(name != null && number == null, from != null || to != null));
	}

	private ListOrder order(boolean byName, boolean byTime) {
		if (byName) {
			return ListOrder.NAME;
		}
		return ListOrder.of(this.values.get("sort")).orElse(byTime ? ListOrder.FASTEST : ListOrder.NEWEST);
	}

	private @Nullable SubmissionState state() {
		String word = this.values.get("state");
		if (COUNTING.equals(word)) {
			return null;
		}
		SubmissionState state = Arrays.stream(SubmissionState.values())
			.filter((each) -> each.word().equals(word))
			.findFirst()
			.orElse(null);
		return known("state", word, state);
	}

	private @Nullable Outcome outcome() {
		String word = this.values.get("outcome");
		Outcome outcome = Arrays.stream(Outcome.values())
			.filter((each) -> each.name().equals(word))
			.findFirst()
			.orElse(null);
		return known("outcome", word, outcome);
	}

	private @Nullable String doubt() {
		String word = this.values.get("doubt");
		return known("doubt", word, (word != null && word.matches("[a-z-]{1,40}")) ? word : null);
	}

	/** Hours, minutes and seconds, or minutes alone; in milliseconds. */
	private @Nullable Long clock(String name) {
		String text = this.values.get(name);
		if (text == null) {
			return null;
		}
		Matcher clock = CLOCK.matcher(text);
		if (!clock.matches()) {
			return known(name, text, (Long) null);
		}
		return (number(clock.group(1)) * 3600 + number(clock.group(2)) * 60 + number(clock.group(3))
				+ number(clock.group(4)) * 60) * 1000;
	}

	private static long number(@Nullable String digits) {
		return (digits != null) ? Long.parseLong(digits) : 0;
	}

	private @Nullable Instant moment(String name) {
		String text = this.values.get(name);
		if (text == null) {
			return null;
		}
		try {
			LocalDateTime local = (text.length() == 10) ? LocalDate.parse(text).atStartOfDay()
					: LocalDateTime.parse(text);
			return local.atZone(this.zone).toInstant();
		}
		catch (DateTimeException ex) {
			return known(name, text, (Instant) null);
		}
	}

	private <T> @Nullable T known(String name, @Nullable String text, @Nullable T read) {
		if (text != null && read == null) {
			this.unread.add(name);
		}
		return read;
	}

	/**
	 * What was read.
	 *
	 * @param filter what the list shows
	 * @param unread the fields that could not be read
	 */
	record Reading(ListFilter filter, Set<String> unread) {
	}

}
