/**
 * Setting a race up by hand: the race, its credential, and which of its events take
 * results here.
 */
@NullMarked
package io.selftimed.organizer.setup;

import org.jspecify.annotations.NullMarked;
