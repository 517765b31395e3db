package io.selftimed.delivery;

import java.time.OffsetDateTime;

import io.selftimed.race.Event;

/**
 * A comparison of one event that is under way, ours as long as the table says so.
 *
 * @param event the event
 * @param began when it began; marks what it has seen, and what was delivered before
 */
record Comparing(Event event, OffsetDateTime began) {

}
