package io.selftimed.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What happened at the Harbor Mile before the demo began: 380 submissions, delivered to
 * our own simulator, four of them refused.
 */
class DemoHistory {

	private static final long EVENT = 41004;

	private static final long RESULT_SET = 51004;

	private static final int SUBMISSIONS = 380;

	private final JdbcTemplate jdbc;

	private final ReceivedResults simulator;

	private final Random random = new Random(41004);

	private final SecureRandom tokens = new SecureRandom();

	DemoHistory(JdbcTemplate jdbc, ReceivedResults simulator) {
		this.jdbc = jdbc;
		this.simulator = simulator;
	}

	void write(OffsetDateTime now) {
		List<Told> told = new ArrayList<>();
		for (int bib = DemoRoster.FIRST_BIB; bib < DemoRoster.FIRST_BIB + SUBMISSIONS; bib++) {
			told.add(tell(bib, now));
		}
		told.sort(java.util.Comparator.comparing(Told::at));
		writeSubmissions(told);
		writeDeliveries(told);
		this.simulator.keep(told.stream().filter((one) -> !one.refused()).map(Told::stored).toList());
		int refused = (int) told.stream().filter(Told::refused).count();
		Map.of("submissions", told.size(), "received", told.size() - refused, "refused", refused)
			.forEach((what, delta) -> this.jdbc
				.update("insert into event_count_delta (event_id, what, delta) values (?, ?, ?)", EVENT, what, delta));
	}

	private Told tell(int bib, OffsetDateTime now) {
		int luck = this.random.nextInt(100);
		String outcome = (luck < 3) ? "DNF" : (luck < 6) ? "DNS" : "FINISHED";
		long tenths = Math.round(Math.max(2_700, 5_100 + this.random.nextGaussian() * 950));
		OffsetDateTime at = now.minusDays(30).plusMinutes(this.random.nextInt(23 * 24 * 60));
		return new Told(bib, outcome, tenths * 100, at.withNano(0), bib % 97 == 0);
	}

	private void writeSubmissions(List<Told> told) {
		this.jdbc.batchUpdate("""
				insert into submission (event_id, participant_id, number, submitted_at, outcome, clock_time_ms,
					identity_shown, review, receipt_hash)
				select event_id, id, 1, cast(? as timestamp with time zone), ?, cast(? as bigint), 'last-name',
					'accepted', ?
				from participant where event_id = ? and bib = ?
				""",
				told.stream()
					.map((one) -> new Object[] { one.at(), one.outcome(), one.finished() ? one.milliseconds() : null,
							hash(), EVENT, one.bib() })
					.toList());
		this.jdbc.update("""
				insert into submission_log (submission_id, at, who, what, why)
				select id, submitted_at, 'runner', 'accepted', 'within the rules' from submission where event_id = ?
				""", EVENT);
	}

	private void writeDeliveries(List<Told> told) {
		this.jdbc.update("""
				insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, delivered_version,
					delivered_submission_id, state, batch_limit)
				select participant_id, event_id, 1, id, 1, id, 'received', 25 from submission where event_id = ?
				""", EVENT);
		this.jdbc.batchUpdate("""
				insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version, started_at,
					ended_at, outcome, error_code, error_message, registration_id, results_received_ts,
					individual_result_set_id, submitted_time_in_ms)
				select ?, s.event_id, s.participant_id, s.id, 1, s.submitted_at, s.submitted_at, ?,
					cast(? as integer), ?, p.registration_id, cast(? as bigint), cast(? as bigint),
					s.clock_time_ms
				from submission s join participant p on p.id = s.participant_id where s.event_id = ? and p.bib = ?
				""", told.stream().map(Told::attempt).toList());
		this.jdbc.update("""
				update delivery set state = 'refused', delivered_version = 0, delivered_submission_id = null
				where event_id = ? and participant_id in (select participant_id from delivery_attempt
					where event_id = ? and outcome = 'refused')
				""", EVENT, EVENT);
	}

	private String hash() {
		byte[] bytes = new byte[32];
		this.tokens.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** One submission of the past. */
	private record Told(int bib, String outcome, long milliseconds, OffsetDateTime at, boolean refused) {

		boolean finished() {
			return this.outcome.equals("FINISHED");
		}

		private long receivedTs() {
			return this.at.plus(Duration.ofSeconds(61)).toEpochSecond();
		}

		Object[] attempt() {
			String token = "history-" + this.bib;
			return this.refused
					? new Object[] { token, "refused", 115, "Bib number is invalid.", null, null, EVENT, this.bib }
					: new Object[] { token, "received", null, null, receivedTs(), RESULT_SET, EVENT, this.bib };
		}

		StoredResult stored() {
			long tenths = this.milliseconds / 100;
			String time = String.format(Locale.ROOT, "%02d:%02d:%02d.%d", tenths / 36_000, tenths / 600 % 60,
					tenths / 10 % 60, tenths % 10);
			return new StoredResult(EVENT, DemoRoster.registration(EVENT, this.bib), this.bib,
					finished() ? time : this.outcome, finished() ? this.milliseconds : null, null, null, RESULT_SET,
					receivedTs());
		}

	}

}
