/**
 * How an event stands, at a glance.
 */
@NullMarked
package io.selftimed.organizer.event;

import org.jspecify.annotations.NullMarked;
