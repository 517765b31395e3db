/**
 * The list of an event's submissions: found by bib, name, state, outcome, doubt and time
 * at the same cost however many there are, and written to files.
 */
@NullMarked
package io.selftimed.organizer.submissions;

import org.jspecify.annotations.NullMarked;
