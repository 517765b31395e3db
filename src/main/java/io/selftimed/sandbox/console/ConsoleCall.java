package io.selftimed.sandbox.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.selftimed.sandbox.api.ReceivedCall;
import org.jspecify.annotations.Nullable;

/**
 * A call as the console shows it.
 *
 * @param at when it came
 * @param raceId the race, null if it named none
 * @param eventId the event, null if it named none
 * @param key the kind of its credential
 * @param results how many results were kept
 * @param errorCode the error it was answered with, null if it succeeded
 */
record ConsoleCall(Instant at, @Nullable Long raceId, @Nullable Long eventId, String key, @Nullable Integer results,
		@Nullable Integer errorCode) {

	private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	static ConsoleCall of(ReceivedCall call) {
		return new ConsoleCall(call.at(), call.raceId(), call.eventId(),
				(call.key() != null) ? call.key().name() : "NONE", call.results(), call.errorCode());
	}

	/** When it came, for people. */
	public String came() {
		return read(this.at);
	}

	/** A moment to the second, in UTC. */
	static String read(Instant moment) {
		return READABLE.format(moment);
	}

}
