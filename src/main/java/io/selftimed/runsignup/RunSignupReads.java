package io.selftimed.runsignup;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the product reads at RunSignup. Each read waits at most ten seconds for one of the
 * two lanes and is one HTTP exchange with a hard deadline; it writes nothing, closes no
 * gate, is not repeated and throws for nothing remote. Never call it inside a
 * transaction.
 */
public interface RunSignupReads {

	/**
	 * A race and its most recent events: "Get Race", {@code GET /rest/race/{race_id}}.
	 * @param raceId RunSignup's id of the race
	 */
	ReadAnswer<RemoteRace> race(long raceId);

	/**
	 * Who is registered for an event: "Get Race Participants", {@code GET
	 * /rest/race/{race_id}/participants}. The last page is the first with fewer rows than
	 * asked for.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 * @param page the page, from 1
	 * @param rows how many rows a page has, from 1
	 * @param changedSince only who changed then or later, null for everybody
	 */
	ReadAnswer<RemotePage<RemoteParticipant>> participants(long raceId, long eventId, int page, int rows,
			@Nullable Instant changedSince);

	/**
	 * Who is registered no more: {@code GET /rest/race/{race_id}/removed-participants}.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 * @param page the page, from 1
	 * @param rows how many rows a page has, from 1
	 */
	ReadAnswer<RemotePage<RemovedParticipant>> removedParticipants(long raceId, long eventId, int page, int rows);

	/**
	 * The result sets of an event: "Get Result Sets", {@code GET
	 * /rest/race/{race_id}/results/get-result-sets}.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 */
	ReadAnswer<List<ResultSet>> resultSets(long raceId, long eventId);

	/**
	 * The results that RunSignup shows: "Get Results", {@code GET
	 * /rest/race/{race_id}/results/get-results}. Where a director must approve results,
	 * being here is the approval.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 * @param resultSetId whose results
	 * @param page the page, from 1
	 * @param rows how many rows a page has, from 1
	 */
	ReadAnswer<RemotePage<RemoteResult>> results(long raceId, long eventId, long resultSetId, int page, int rows);

	/**
	 * The result of one runner, as {@link #results}.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 * @param resultSetId whose results
	 * @param registrationId the runner's registration
	 */
	ReadAnswer<RemotePage<RemoteResult>> resultOf(long raceId, long eventId, long resultSetId, long registrationId);

	/**
	 * How an event takes results: {@code GET /rest/v2/vr-settings.json}.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 */
	ReadAnswer<VirtualSettings> virtualSettings(long raceId, long eventId);

}
