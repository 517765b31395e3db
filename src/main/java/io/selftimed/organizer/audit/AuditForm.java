package io.selftimed.organizer.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the audit, as typed.
 *
 * @param what the word of what was done
 * @param object what it was done to, such as {@code submission:12}
 * @param who the address of whoever did it
 * @param from the first day, such as {@code 2026-08-01}
 * @param to the last day
 * @param before the key after which the page goes on
 */
record AuditForm(@Nullable String what, @Nullable String object, @Nullable String who, @Nullable String from,
		@Nullable String to, @Nullable Long before) {

	/** The text of a field, empty if there is none. */
	static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	/** Whether anything is looked for. */
	public boolean isFiltered() {
		return !(text(this.what) + text(this.object) + text(this.who) + text(this.from) + text(this.to)).isEmpty();
	}

	Optional<LocalDate> firstDay() {
		return day(this.from);
	}

	Optional<LocalDate> lastDay() {
		return day(this.to);
	}

	/** Whether a day was typed that is none. */
	boolean isUnread() {
		return (!text(this.from).isEmpty() && firstDay().isEmpty())
				|| (!text(this.to).isEmpty() && lastDay().isEmpty());
	}

	private static Optional<LocalDate> day(@Nullable String typed) {
		try {
			return text(typed).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(typed)));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "AuditForm[what=" + this.what + "]";
	}

}
