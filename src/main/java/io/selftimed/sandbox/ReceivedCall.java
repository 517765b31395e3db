package io.selftimed.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A call that the simulator answered, without any secret.
 *
 * @param at when it came
 * @param raceId the race it was for, null if that was no number
 * @param eventId the event it was for, null if that was no number
 * @param key the kind of its credential, null if none was right
 * @param results how many results were kept
 * @param errorCode the error it was answered with, null if it succeeded
 */
record ReceivedCall(Instant at, @Nullable Long raceId, @Nullable Long eventId, @Nullable SandboxKey key, int results,
		@Nullable Integer errorCode) {
}
