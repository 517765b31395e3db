/**
 * The roster of an event as organizers see and mend it.
 */
@NullMarked
package io.selftimed.organizer.roster;

import org.jspecify.annotations.NullMarked;
