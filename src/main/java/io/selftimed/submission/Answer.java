package io.selftimed.submission;

import org.jspecify.annotations.Nullable;

/**
 * One line of what a runner states, as it reads.
 *
 * @param name what it is
 * @param value the value
 * @param aside the same in other words, null if none are needed
 * @param field the form field to change it with, null if it follows from others
 */
record Answer(String name, String value, @Nullable String aside, @Nullable String field) {

}
