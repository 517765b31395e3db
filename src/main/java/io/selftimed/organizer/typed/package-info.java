/**
 * What the boxes of organizers' forms hold beside plain words: moments, distances and
 * time zones, read from what was typed and written as a box shows them.
 */
@NullMarked
package io.selftimed.organizer.typed;

import org.jspecify.annotations.NullMarked;
