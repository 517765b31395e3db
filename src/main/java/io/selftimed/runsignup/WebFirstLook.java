package io.selftimed.runsignup;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

import io.selftimed.runsignup.ReadAnswer.NotFound;
import io.selftimed.runsignup.ReadAnswer.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * The first look over HTTP.
 */
@Component
class WebFirstLook implements FirstLook {

	private static final String BUSY = "RunSignup is busy with results. Try again in a minute.";

	private final ReadLanes lanes;

	private final Calls calls;

	private final CredentialProbe probe;

	private final ApiCaller caller;

	private final ReadReader reader;

	WebFirstLook(ReadLanes lanes, Calls calls, CredentialProbe probe, ApiCaller caller, InstantSource time) {
		this.lanes = lanes;
		this.calls = calls;
		this.probe = probe;
		this.caller = caller;
		this.reader = new ReadReader(time);
	}

	@Override
	public ReadAnswer<RemoteRace> race(CallerCredential credential, long raceId) {
		return read(credential, "/rest/race/" + raceId + "?format=json&most_recent_events_only=T", ReadContent::race);
	}

	@Override
	public ReadAnswer<Boolean> roster(CallerCredential credential, long raceId, long eventId) {
		return read(credential,
				"/rest/race/" + raceId + "/participants?format=json&event_id=" + eventId + "&page=1&results_per_page=1",
				(document) -> ReadContent.participants(document, eventId).map((page) -> true));
	}

	private <T> ReadAnswer<T> read(CallerCredential credential, String path, Function<JsonNode, Optional<T>> content) {
		Optional<LeasedLane> lane = this.lanes.take();
		if (lane.isEmpty()) {
			return new NotFound<>(Why.BUSY, null, null, BUSY);
		}
		try (LeasedLane taken = lane.get()) {
			Passport passport = Passport.of(this.caller, credential);
			return this.reader.read(this.calls.make(taken, Call.get(path), passport, this.calls.shortDeadline()),
					content);
		}
	}

	@Override
	public ProbeAnswer probe(@Nullable CallerCredential credential, long raceId, long eventId) {
		Optional<LeasedLane> lane = this.lanes.take();
		if (lane.isEmpty()) {
			return new ProbeAnswer.Undecided(BUSY);
		}
		try (LeasedLane taken = lane.get()) {
			return (credential != null) ? this.probe.probe(taken, credential, raceId, eventId)
					: this.probe.probe(taken, raceId, eventId);
		}
	}

}
