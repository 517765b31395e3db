package io.selftimed.sandbox.api;

import java.time.Instant;

import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A call that the simulator answered, without any secret.
 *
 * @param at when it came
 * @param operation what it wanted
 * @param call what it said
 * @param raceId the race it was for, null if that was no number
 * @param eventId the event it was for, null if that was no number
 * @param key the kind of its credential, null if none was right
 * @param results how many results were kept, null if it was not applied at once
 * @param errorCode the error it was answered with, null if it was none
 * @param fault what was made to go wrong, null if nothing was
 * @param reply what went back
 */
public record ReceivedCall(Instant at, String operation, MaskedCall call, @Nullable Long raceId, @Nullable Long eventId,
		@Nullable SandboxKey key, @Nullable Integer results, @Nullable Integer errorCode, @Nullable Fault fault,
		Reply reply) {

	/** The same with the beginning of its reply, and without tokens. */
	ReceivedCall shortened() {
		String body = this.operation.equals(RefreshToken.NAME) ? "" : MaskedCall.capped(this.reply.body());
		return new ReceivedCall(this.at, this.operation, this.call, this.raceId, this.eventId, this.key, this.results,
				this.errorCode, this.fault, this.reply.saying(body));
	}

}
