package io.selftimed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The race of the tests, written into a test database.
 *
 * @param jdbc the database
 */
public record HarborLights(JdbcClient jdbc) {

	/** A moment inside the window. */
	public static final Instant NOON = Instant.parse("2026-07-04T16:00:00Z");

	private static final OffsetDateTime OPENS = NOON.atOffset(ZoneOffset.UTC).minusDays(3);

	public static HarborLights in(TestDatabase database) {
		return new HarborLights(database.jdbc());
	}

	public HarborLights race() {
		this.jdbc.sql("""
				insert into race (race_id, name, time_zone, contact, demo)
				values (4100, 'Harbor Lights', 'America/New_York', 'results@harborlights.example', true)
				""").update();
		return this;
	}

	/** Elevation gain optional, no tally. */
	public HarborLights harbor5k() {
		return event(41001, "harbor-5k", "optional", null);
	}

	/** Elevation gain required, tally in miles. */
	public HarborLights harborMiles() {
		return event(41003, "harbor-miles", "required", "miles");
	}

	private HarborLights event(long id, String slug, String elevation,
			@org.jspecify.annotations.Nullable String tally) {
		this.jdbc.sql("""
				insert into event (event_id, race_id, slug, name, distance_mm, opens_at, closes_at, outcomes, elevation,
					tally_label, identity_rule, review, stranger_correction, withdrawal_outcome)
				values (:id, 4100, :slug, :slug, 5000000, :opens, :closes, 'FINISHED,DNF,DNS', :elevation, :tally,
					'last-name', 'none', 'accept', 'DNS')
				""")
			.param("id", id)
			.param("slug", slug)
			.param("opens", OPENS)
			.param("closes", OPENS.plusDays(30))
			.param("elevation", elevation)
			.param("tally", tally, java.sql.Types.VARCHAR)
			.update();
		return this;
	}

	/** A participant of harbor-5k. */
	public HarborLights participant(long id, long bib, String lastName) {
		return participant(id, 41001, bib, lastName);
	}

	public HarborLights participant(long id, long eventId, long bib, String lastName) {
		this.jdbc.sql("""
				insert into participant (id, event_id, registration_id, bib, last_name)
				values (:id, :event, :registration, :bib, :name)
				""")
			.param("id", id)
			.param("event", eventId)
			.param("registration", eventId * 1000 + bib)
			.param("bib", bib)
			.param("name", lastName)
			.update();
		return this;
	}

	/** An accepted withdrawal. */
	public void withdrawal(long participant, long eventId, int number) {
		this.jdbc.sql("""
				insert into submission (event_id, participant_id, number, submitted_at, outcome, identity_shown, review,
					receipt_hash)
				values (:event, :participant, :number, :at, 'WITHDRAWN', 'receipt', 'accepted', :hash)
				""")
			.param("event", eventId)
			.param("participant", participant)
			.param("number", number)
			.param("at", NOON.atOffset(ZoneOffset.UTC))
			.param("hash", participant + "-" + number)
			.update();
	}

	/** An accepted submission that finished, number 1 unless there are more. */
	public long submission(long participant, long eventId, int number, long milliseconds) {
		this.jdbc.sql("""
				insert into submission (event_id, participant_id, number, submitted_at, outcome, clock_time_ms,
					identity_shown, review, receipt_hash)
				values (:event, :participant, :number, :at, 'FINISHED', :time, 'last-name', 'accepted', :hash)
				""")
			.param("event", eventId)
			.param("participant", participant)
			.param("number", number)
			.param("at", NOON.atOffset(ZoneOffset.UTC))
			.param("time", milliseconds)
			.param("hash", participant + "-" + number)
			.update();
		return this.jdbc.sql("select id from submission where participant_id = :participant and number = :number")
			.param("participant", participant)
			.param("number", number)
			.query(Long.class)
			.single();
	}

}
