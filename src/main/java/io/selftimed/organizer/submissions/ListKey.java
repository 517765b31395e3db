package io.selftimed.organizer.submissions;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of the list ended: the next begins after it.
 *
 * @param value the value that is sorted by: a number, a moment or a name
 * @param owner the id of what was walked through, mostly the submission
 * @param submission the id of the submission
 */
record ListKey(Object value, long owner, long submission) {

	/** How it stands in an address. */
	String text() {
		return this.value + "~" + this.owner + "~" + this.submission;
	}

	/**
	 * Reads a key.
	 * @param text as it stands in an address
	 * @param kind what is sorted by
	 * @return the key, empty if it is none
	 */
	static Optional<ListKey> of(@Nullable String text, Kind kind) {
		String[] parts = (text != null) ? text.split("~", 3) : new String[0];
		if (parts.length != 3 || !isNumber(parts[1]) || !isNumber(parts[2])) {
			return Optional.empty();
		}
		return value(parts[0], kind)
			.map((value) -> new ListKey(value, Long.parseLong(parts[1]), Long.parseLong(parts[2])));
	}

	private static Optional<Object> value(String text, Kind kind) {
		try {
			return switch (kind) {
				case NUMBER -> isNumber(text) ? Optional.of(Long.valueOf(text)) : Optional.empty();
				case MOMENT -> Optional.of(OffsetDateTime.parse(text));
				case NAME -> Optional.of(text);
			};
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static boolean isNumber(String text) {
		return text.matches("[0-9]{1,18}");
	}

	/** What a list is sorted by. */
	enum Kind {

		NUMBER, MOMENT, NAME

	}

}
