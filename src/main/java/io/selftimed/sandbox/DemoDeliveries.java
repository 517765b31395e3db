package io.selftimed.sandbox;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

import io.selftimed.sandbox.api.KeptResult;
import io.selftimed.sandbox.api.KeptResults;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * The submissions of the demo's closed event, delivered to our own simulator long ago.
 */
final class DemoDeliveries {

	private static final long EVENT = DemoEvent.HARBOR_MILE.eventId();

	private static final long RESULT_SET = 51004;

	private static final int SUBMISSIONS = 380;

	private static final int DAYS = 59;

	private static final Duration USUAL = Duration.ofMinutes(8);

	private static final Duration FASTEST = Duration.ofMinutes(5);

	private static final Duration SLOWEST = Duration.ofMinutes(12);

	/** Always the same, so that two demos look alike. */
	private final Random chance = new Random(EVENT);

	private static final SecureRandom RANDOM = new SecureRandom();

	private final NamedParameterJdbcTemplate jdbc;

	private final KeptResults kept;

	DemoDeliveries(NamedParameterJdbcTemplate jdbc, KeptResults kept) {
		this.jdbc = jdbc;
		this.kept = kept;
	}

	/**
	 * Writes them to both sides; to be called in a transaction.
	 * @param closesAt when the event closed
	 */
	void write(OffsetDateTime closesAt) {
		List<Delivered> all = new ArrayList<>();
		for (int turn = 0; turn < SUBMISSIONS; turn++) {
			all.add(new Delivered(turn, someDay(closesAt), someTime()));
		}
		all.sort(Comparator.comparing((delivered) -> delivered.at));
		batch("""
				insert into submission (event_id, participant_id, number, submitted_at, outcome, clock_time_ms,
					identity_shown, review, receipt_hash)
				select event_id, id, 1, :at, :outcome, :time, 'last-name', 'accepted', :receipt
				from participant where event_id = :event and registration_id = :registration
				""", all);
		writeLog();
		writeDeliveries(all);
		writeAttempts(all);
		writeCounts(all);
		this.kept.keep(all.stream().filter((each) -> !each.refused()).map(Delivered::kept).toList());
	}

	/** A moment between breakfast and supper in New York, while the event was open. */
	private OffsetDateTime someDay(OffsetDateTime closesAt) {
		return closesAt.truncatedTo(ChronoUnit.DAYS)
			.minusDays(1 + this.chance.nextInt(DAYS - 1))
			.plusHours(11)
			.plusSeconds(this.chance.nextInt(12 * 3600));
	}

	/** Most run a mile in about eight minutes; in milliseconds, to the tenth. */
	private long someTime() {
		double seconds = USUAL.toSeconds() + 75 * this.chance.nextGaussian();
		return Math.round(Math.clamp(seconds, FASTEST.toSeconds(), SLOWEST.toSeconds()) * 10) * 100;
	}

	private void writeLog() {
		this.jdbc.getJdbcOperations().update("""
				insert into submission_log (submission_id, at, who, what, why)
				select id, submitted_at, 'runner', 'accepted', 'within the rules'
				from submission where event_id = ? order by id
				""", EVENT);
	}

	private void writeDeliveries(List<Delivered> all) {
		batch("""
				insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, delivered_version,
					delivered_submission_id, delivered_at, individual_result_set_id, state, batch_limit)
				select participant_id, event_id, 1, id, :delivered, case when :delivered = 1 then id end,
					case when :delivered = 1 then cast(:ended as timestamp with time zone) end, :resultSet, :state, 25
				from submission where receipt_hash = :receipt
				""", all);
	}

	private void writeAttempts(List<Delivered> all) {
		batch("""
				insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version, started_at,
					ended_at, outcome, error_code, error_message, registration_id, results_received_ts,
					individual_result_set_id, submitted_time_in_ms)
				select :token, event_id, participant_id, id, 1, :sent, :ended, :state, :code, :message, :registration,
					:received, :resultSet, :answeredTime
				from submission where receipt_hash = :receipt
				""", all);
	}

	private void writeCounts(List<Delivered> all) {
		long refused = all.stream().filter(Delivered::refused).count();
		count("submissions", all.size());
		count("received", all.size() - refused);
		count("refused", refused);
		writeCharts();
	}

	private void writeCharts() {
		this.jdbc.getJdbcOperations().update("""
				insert into event_histogram_delta (event_id, what, bucket, delta)
				select event_id, 'submitted', cast(floor(extract(epoch from submitted_at) / 3600) as bigint), 1
				from submission where event_id = ?
				""", EVENT);
		this.jdbc.getJdbcOperations().update("""
				insert into event_histogram_delta (event_id, what, bucket, delta)
				select event_id, 'time', clock_time_ms / 15000, 1
				from submission where event_id = ? and clock_time_ms is not null
				""", EVENT);
	}

	private void count(String what, long delta) {
		this.jdbc.getJdbcOperations()
			.update("insert into event_count_delta (event_id, what, delta) values (?, ?, ?)", EVENT, what, delta);
	}

	private void batch(String sql, List<Delivered> all) {
		this.jdbc.batchUpdate(sql, all.stream().map(Delivered::row).toArray(SqlParameterSource[]::new));
	}

	/**
	 * One submission and what became of it.
	 */
	private static final class Delivered {

		private final int turn;

		private final OffsetDateTime at;

		private final long milliseconds;

		private final String receipt = random();

		private final String token = UUID.randomUUID().toString();

		Delivered(int turn, OffsetDateTime at, long milliseconds) {
			this.turn = turn;
			this.at = at;
			this.milliseconds = milliseconds;
		}

		boolean refused() {
			return this.turn % 77 == 76;
		}

		private String outcome() {
			return (this.turn % 40 == 17) ? "DNF" : (this.turn % 90 == 33) ? "DNS" : "FINISHED";
		}

		/** The clock time in milliseconds, null without a finish. */
		private @Nullable Long time() {
			return outcome().equals("FINISHED") ? this.milliseconds : null;
		}

		private long bib() {
			return DemoRoster.FIRST_BIB + this.turn;
		}

		private OffsetDateTime ended() {
			return this.at.plusSeconds(2);
		}

		SqlParameterSource row() {
			boolean refused = refused();
			return new MapSqlParameterSource().addValue("event", EVENT)
				.addValue("registration", DemoRoster.registration(EVENT, bib()))
				.addValue("at", this.at)
				.addValue("sent", this.at.plusSeconds(1))
				.addValue("ended", ended())
				.addValue("outcome", outcome())
				.addValue("time", time(), Types.BIGINT)
				.addValue("receipt", this.receipt)
				.addValue("token", this.token)
				.addValue("state", refused ? "refused" : "received")
				.addValue("delivered", refused ? 0 : 1)
				.addValue("code", refused ? 115 : null, Types.INTEGER)
				.addValue("message", refused ? "Bib number is invalid." : null, Types.VARCHAR)
				.addValue("received", refused ? null : ended().toEpochSecond(), Types.BIGINT)
				.addValue("resultSet", refused ? null : RESULT_SET, Types.BIGINT)
				.addValue("answeredTime", refused ? null : time(), Types.BIGINT);
		}

		KeptResult kept() {
			Long time = time();
			return new KeptResult(EVENT, DemoRoster.registration(EVENT, bib()), bib(),
					(time != null) ? clockTime(time) : outcome(), time, null, null, RESULT_SET,
					ended().toEpochSecond());
		}

		private static String clockTime(long milliseconds) {
			Duration time = Duration.ofMillis(milliseconds);
			return String.format(Locale.ROOT, "%02d:%02d:%02d.%d", time.toHours(), time.toMinutesPart(),
					time.toSecondsPart(), time.toMillisPart() / 100);
		}

		private static String random() {
			byte[] bytes = new byte[32];
			RANDOM.nextBytes(bytes);
			return HexFormat.of().formatHex(bytes);
		}

	}

}
