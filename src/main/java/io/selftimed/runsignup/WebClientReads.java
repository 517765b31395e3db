package io.selftimed.runsignup;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.selftimed.runsignup.ReadAnswer.NotFound;
import io.selftimed.runsignup.ReadAnswer.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * The reads over HTTP.
 */
@Component
class WebClientReads implements RunSignupReads {

	private final ReadLanes lanes;

	private final Calls calls;

	private final Passports passports;

	private final ReadReader reader;

	WebClientReads(ReadLanes lanes, Calls calls, Passports passports, InstantSource time) {
		this.lanes = lanes;
		this.calls = calls;
		this.passports = passports;
		this.reader = new ReadReader(time);
	}

	@Override
	public ReadAnswer<RemoteRace> race(long raceId) {
		return read(raceId, "/rest/race/" + raceId + "?format=json&most_recent_events_only=T", ReadContent::race);
	}

	@Override
	public ReadAnswer<RemotePage<RemoteParticipant>> participants(long raceId, long eventId, int page, int rows,
			@Nullable Instant changedSince) {
		String path = ofEvent(raceId, "participants", eventId) + page(page, rows)
				+ ((changedSince != null) ? "&modified_after_timestamp=" + changedSince.getEpochSecond() : "");
		return read(raceId, path, (document) -> ReadContent.participants(document, eventId));
	}

	@Override
	public ReadAnswer<RemotePage<RemovedParticipant>> removedParticipants(long raceId, long eventId, int page,
			int rows) {
		return read(raceId, ofEvent(raceId, "removed-participants", eventId) + page(page, rows),
				(document) -> ReadContent.removedParticipants(document, eventId));
	}

	@Override
	public ReadAnswer<List<ResultSet>> resultSets(long raceId, long eventId) {
		return read(raceId, ofEvent(raceId, "results/get-result-sets", eventId), ReadContent::resultSets);
	}

	@Override
	public ReadAnswer<RemotePage<RemoteResult>> results(long raceId, long eventId, long resultSetId, int page,
			int rows) {
		return read(raceId, ofResults(raceId, eventId, resultSetId) + page(page, rows),
				(document) -> ReadContent.results(document, resultSetId));
	}

	@Override
	public ReadAnswer<RemotePage<RemoteResult>> resultOf(long raceId, long eventId, long resultSetId,
			long registrationId) {
		return read(raceId, ofResults(raceId, eventId, resultSetId) + "&registration_id=" + registrationId,
				(document) -> ReadContent.results(document, resultSetId));
	}

	@Override
	public ReadAnswer<VirtualSettings> virtualSettings(long raceId, long eventId) {
		return read(raceId, "/rest/v2/vr-settings.json?race_id=" + raceId + "&event_id=" + eventId,
				ReadContent::virtualSettings);
	}

	private static String ofEvent(long raceId, String what, long eventId) {
		return "/rest/race/" + raceId + "/" + what + "?format=json&event_id=" + eventId;
	}

	private static String ofResults(long raceId, long eventId, long resultSetId) {
		return ofEvent(raceId, "results/get-results", eventId) + "&individual_result_set_id=" + resultSetId;
	}

	private static String page(int page, int rows) {
		if (page < 1 || rows < 1) {
			throw new IllegalArgumentException("a page before the first, or without rows");
		}
		return "&page=" + page + "&results_per_page=" + rows;
	}

	private <T> ReadAnswer<T> read(long raceId, String path, Function<JsonNode, Optional<T>> content) {
		Optional<LeasedLane> lane = this.lanes.take();
		if (lane.isEmpty()) {
			return new NotFound<>(Why.BUSY, null, null, "RunSignup is busy with results. Try again in a minute.");
		}
		try (LeasedLane taken = lane.get()) {
			return read(raceId, path, content, taken);
		}
	}

	private <T> ReadAnswer<T> read(long raceId, String path, Function<JsonNode, Optional<T>> content, LeasedLane lane) {
		return switch (this.passports.issue(raceId, lane)) {
			case Issued.Ready ready ->
				mended(this.reader.read(this.calls.make(lane, Call.get(path), ready.passport(), this.calls.deadline()),
						content), ready, lane);
			case Issued.Missing(String why) -> ReadReader.credentialBad(why);
			case Issued.Later(String why) -> ReadReader.unavailable(why);
		};
	}

	/** Tokens that were refused and could be renewed are tried again by the next read. */
	private <T> ReadAnswer<T> mended(ReadAnswer<T> answer, Issued.Ready ready, LeasedLane lane) {
		boolean tokensRefused = answer instanceof NotFound<T>(Why why, Integer code, var wait, var message)
				&& why == Why.CREDENTIAL_BAD && (code == null || code == 6 || code == 13);
		return (tokensRefused && this.passports.mend(ready, lane))
				? ReadReader.unavailable("The access token had ended and is renewed. Try again.") : answer;
	}

}
