package io.selftimed.runsignup;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A RunSignup of which nothing can be read. Tests override what they need.
 */
public class NoReads implements RunSignupReads {

	private static <T> ReadAnswer<T> away() {
		return new ReadAnswer.NotFound<>(ReadAnswer.Why.UNAVAILABLE, null, null, "away");
	}

	@Override
	public ReadAnswer<RemoteRace> race(long raceId) {
		return away();
	}

	@Override
	public ReadAnswer<RemotePage<RemoteParticipant>> participants(long raceId, long eventId, int page, int rows,
			@Nullable Instant changedSince) {
		return away();
	}

	@Override
	public ReadAnswer<RemotePage<RemovedParticipant>> removedParticipants(long raceId, long eventId, int page,
			int rows) {
		return away();
	}

	@Override
	public ReadAnswer<List<ResultSet>> resultSets(long raceId, long eventId) {
		return away();
	}

	@Override
	public ReadAnswer<RemotePage<RemoteResult>> results(long raceId, long eventId, long resultSetId, int page,
			int rows) {
		return away();
	}

	@Override
	public ReadAnswer<RemotePage<RemoteResult>> resultOf(long raceId, long eventId, long resultSetId,
			long registrationId) {
		return away();
	}

	@Override
	public ReadAnswer<VirtualSettings> virtualSettings(long raceId, long eventId) {
		return away();
	}

}
