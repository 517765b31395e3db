package io.selftimed.organizer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small world for the organizers' pages: Ann watches the Harbor race, Bob another.
 */
public final class Harbor {

	public static final long ANN = 7;

	public static final long BOB = 8;

	public static final long EVENT = 41001;

	public static final Instant NOON = Instant.parse("2026-08-01T16:00:00Z");

	private final JdbcClient jdbc;

	public Harbor(JdbcClient jdbc) {
		this.jdbc = jdbc;
		organizer(ANN, "ann@example.org");
		organizer(BOB, "bob@example.org");
		race(4100, "Harbor Lights", ANN);
		race(4200, "Hill Run", BOB);
		event(EVENT, 4100, "harbor-5k", "Harbor 5K");
		event(42001, 4200, "hill-10k", "Hill 10K");
	}

	private void organizer(long id, String email) {
		this.jdbc.sql("insert into organizer (id, email, password) values (?, ?, '{noop}secret')")
			.params(id, email)
			.update();
	}

	private void race(long raceId, String name, long owner) {
		this.jdbc.sql("""
				insert into race (race_id, name, time_zone, contact)
				values (?, ?, 'America/New_York', 'race@example.org')""").params(raceId, name).update();
		this.jdbc.sql("insert into organizer_role (organizer_id, race_id, role) values (?, ?, 'owner')")
			.params(owner, raceId)
			.update();
	}

	public void event(long eventId, long raceId, String slug, String name) {
		this.jdbc.sql("""
				insert into event (event_id, race_id, slug, name, opens_at, closes_at, outcomes, elevation,
					identity_rule, review, stranger_correction, withdrawal_outcome)
				values (?, ?, ?, ?, ?, ?, 'FINISHED,DNF,DNS', 'optional', 'last-name', 'none', 'accept', 'DNS')""")
			.params(eventId, raceId, slug, name, days(-30), days(30))
			.update();
	}

	private static OffsetDateTime days(int days) {
		return NOON.atOffset(ZoneOffset.UTC).plusDays(days);
	}

	public void counts(long eventId, String what, int... deltas) {
		for (int delta : deltas) {
			this.jdbc.sql("insert into event_count_delta (event_id, what, delta) values (?, ?, ?)")
				.params(eventId, what, delta)
				.update();
		}
	}

	public void runner(long id, long bib, String lastName) {
		runner(EVENT, id, bib, lastName);
	}

	public void runner(long eventId, long id, long bib, String lastName) {
		this.jdbc.sql("insert into participant (id, event_id, bib, last_name) values (?, ?, ?, ?)")
			.params(id, eventId, bib, lastName)
			.update();
	}

	/** A finish of 24:31.5 and 120 m, the runner's first unless told otherwise. */
	public void finish(long id, long runner, int number) {
		submission(EVENT, id, runner, number, "FINISHED", "accepted");
		this.jdbc.sql("""
				update submission set clock_time_ms = 1471500, elevation_gain_mm = 120000,
					elevation_gain_typed = '120', elevation_unit = 'm' where id = ?""").params(id).update();
	}

	public void submission(long eventId, long id, long runner, int number, String outcome, String review) {
		this.jdbc.sql("""
				insert into submission (id, event_id, participant_id, number, submitted_at, outcome, identity_shown,
					review, receipt_hash)
				values (?, ?, ?, ?, ?, ?, 'last-name', ?, ?)""")
			.params(id, eventId, runner, number, NOON.atOffset(ZoneOffset.UTC), outcome, review, "hash-" + id)
			.update();
	}

	public void doubts(long id, String words) {
		this.jdbc.sql("update submission set doubts = ? where id = ?").params(words, id).update();
	}

	public void words(long id, String email, String note) {
		this.jdbc.sql("update submission set email = ?, note = ? where id = ?").params(email, note, id).update();
	}

	public void delivery(long runner, long wanted, String state) {
		this.jdbc.sql("""
				insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, state,
					batch_limit)
				values (?, ?, 1, ?, ?, 25)""").params(runner, EVENT, wanted, state).update();
	}

	public void attempt(long submission, long runner, String outcome, String message) {
		this.jdbc.sql("""
				insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version,
					started_at, outcome, error_message)
				values ('token', ?, ?, ?, 1, ?, ?, ?)""")
			.params(EVENT, runner, submission, NOON.atOffset(ZoneOffset.UTC), outcome, message)
			.update();
	}

	public void received(long submission, long runner, long receivedTs) {
		new Taken(this.jdbc).received(submission, runner, receivedTs);
	}

	/**
	 * What RunSignup took, of a world that is there already.
	 *
	 * @param jdbc the database
	 */
	public record Taken(JdbcClient jdbc) {

		public void received(long submission, long runner, long receivedTs) {
			this.jdbc.sql("""
					insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version,
						started_at, outcome, results_received_ts, individual_result_set_id, submitted_time_in_ms)
					values ('token', ?, ?, ?, 1, ?, 'received', ?, 51001, 1471500)""")
				.params(EVENT, runner, submission, NOON.atOffset(ZoneOffset.UTC), receivedTs)
				.update();
		}

	}

	/**
	 * Counts of a world that is there already.
	 *
	 * @param jdbc the database
	 */
	public record Counted(JdbcClient jdbc) {

		public void add(String what, int delta) {
			this.jdbc.sql("insert into event_count_delta (event_id, what, delta) values (?, ?, ?)")
				.params(EVENT, what, delta)
				.update();
		}

	}

	/**
	 * Mails to organizers of a world that is there already.
	 *
	 * @param jdbc the database
	 */
	public record Post(JdbcClient jdbc) {

		public void failedMail(String recipient, Instant createdAt) {
			this.jdbc.sql("""
					insert into mail (race_id, recipient, subject, body, created_at, state, message_id)
					values (4100, ?, 'Harbor Lights: a mail', 'Text.', ?, 'failed', ?)""")
				.params(recipient, createdAt.atOffset(ZoneOffset.UTC), UUID.randomUUID().toString())
				.update();
		}

	}

}
