package io.selftimed.submission;

import org.jspecify.annotations.Nullable;

/**
 * One line of what a runner states, as it reads.
 *
 * @param name what it is
 * @param value the value
 * @param aside the same in other words, null if none are needed
 * @param field the form field to change it with, null if it follows from others
 * @param replaces what it takes the place of, null if of nothing else
 */
record Answer(String name, String value, @Nullable String aside, @Nullable String field, @Nullable String replaces) {

	Answer(String name, String value, @Nullable String aside, @Nullable String field) {
		this(name, value, aside, field, null);
	}

	/** The same, in the place of something else. */
	Answer replacing(String other) {
		return new Answer(this.name, this.value, this.aside, this.field, other);
	}

	/** The same, which cannot be changed. */
	Answer fixed() {
		return new Answer(this.name, this.value, this.aside, null, this.replaces);
	}

}
