package io.selftimed.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.selftimed.race.EventCounts;
import io.selftimed.runsignup.UserResultsAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what came of a call, in a transaction that touches only rows still marked
 * with its claim: who comes too late changes nothing.
 */
@Repository
class Outcomes {

	private static final int UNANSWERED_AT_MOST = 3;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final EventCounts counts;

	private final DeliverySettings settings;

	private final BackOff backOff;

	private final InstantSource time;

	Outcomes(JdbcClient jdbc, TransactionOperations transactions, EventCounts counts, DeliverySettings settings,
			BackOff backOff, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.counts = counts;
		this.settings = settings;
		this.backOff = backOff;
		this.time = time;
	}

	/**
	 * Writes the outcome of a call.
	 * @param claim what was called
	 * @param answer what came of it
	 */
	void write(Claim claim, UserResultsAnswer answer) {
		this.transactions.executeWithoutResult((status) -> {
			OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
			List<ClaimedItem> items = claim.items();
			for (int index = 0; index < items.size(); index++) {
				ClaimedItem item = items.get(index);
				Ending ending = Endings.of(answer, index, items.size(), this.settings.throttleWait());
				lock(claim, item).ifPresent((row) -> write(claim, item, row, ending, now));
			}
		});
	}

	private Optional<DeliveryRow> lock(Claim claim, ClaimedItem item) {
		return this.jdbc.sql("""
				select wanted_version, state, attempts, lost_version, lost_at, due_at from delivery
				where participant_id = :participant and claim_token = :token for update
				""")
			.param("participant", item.participantId())
			.param("token", claim.token())
			.query((row, number) -> new DeliveryRow(row.getInt("wanted_version"), row.getString("state"),
					row.getInt("attempts"), row.getObject("lost_version", Integer.class),
					row.getObject("lost_at", OffsetDateTime.class)))
			.optional();
	}

	private void write(Claim claim, ClaimedItem item, DeliveryRow row, Ending ending, OffsetDateTime now) {
		switch (ending) {
			case Ending.Received(var result) -> received(claim, item, row, result, now);
			case Ending.Refused refused -> refused(claim, item, row, refused, now);
			case Ending.TriedAgain again -> triedAgain(claim, item, row, again, now);
			case Ending.Unknown(String message) -> unknown(claim, item, message, now);
		}
		this.jdbc.sql("update delivery set claim_token = null, claim_until = null where participant_id = :participant")
			.param("participant", item.participantId())
			.update();
	}

	private void received(Claim claim, ClaimedItem item, DeliveryRow row, UserResultsAnswer.ReceivedResult result,
			OffsetDateTime now) {
		endAttempt(claim, item, "received", null, null, now);
		keepAnswer(claim, item, result);
		boolean newest = row.wantedVersion() == item.version();
		OffsetDateTime again = sentOnceMore(row, item, now);
		this.jdbc.sql("""
				update delivery set delivered_version = :version, delivered_submission_id = (select submission_id
						from delivery_attempt where claim_token = :token and participant_id = :participant),
					lost_version = case when :keepLost then lost_version end,
					lost_at = case when :keepLost then lost_at end
				where participant_id = :participant
				""")
			.param("version", item.version())
			.param("token", claim.token())
			.param("participant", item.participantId())
			.param("keepLost", again != null)
			.update();
		if (newest) {
			this.jdbc.sql("""
					update delivery set state = 'received', attempts = 0, retry_at = null, settled_at = :again,
						quarantine_until = null, due_at = :again, batch_limit = :limit
					where participant_id = :participant
					""")
				.param("again", again, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
				.param("limit", this.settings.batchSize())
				.param("participant", item.participantId())
				.update();
			count(claim, row, "received");
		}
	}

	/**
	 * When the newest is sent once more because an older call was lost, null if never.
	 */
	private @Nullable OffsetDateTime sentOnceMore(DeliveryRow row, ClaimedItem item, OffsetDateTime now) {
		if (row.lostAt() == null || row.lostVersion() == null || row.lostVersion() >= item.version()) {
			return null;
		}
		OffsetDateTime when = row.lostAt().plus(this.settings.remotePatience());
		return when.isAfter(now) ? when : null;
	}

	private void keepAnswer(Claim claim, ClaimedItem item, UserResultsAnswer.ReceivedResult result) {
		this.jdbc.sql("""
				update delivery_attempt set registration_id = coalesce(:registration, registration_id),
					results_received_ts = :received, individual_result_set_id = :resultSet,
					submitted_time_in_ms = :time, elevation_gain_in_mm = :elevation, result_approval_ts = :approval
				where claim_token = :token and participant_id = :participant
				""")
			.param("registration", result.registrationId(), java.sql.Types.BIGINT)
			.param("received", result.resultsReceivedTs(), java.sql.Types.BIGINT)
			.param("resultSet", result.individualResultSetId(), java.sql.Types.BIGINT)
			.param("time", result.submittedTimeInMilliseconds(), java.sql.Types.BIGINT)
			.param("elevation", result.elevationGainInMillimetres(), java.sql.Types.BIGINT)
			.param("approval", result.resultApprovalTs(), java.sql.Types.BIGINT)
			.param("token", claim.token())
			.param("participant", item.participantId())
			.update();
	}

	private void refused(Claim claim, ClaimedItem item, DeliveryRow row, Ending.Refused refused, OffsetDateTime now) {
		endAttempt(claim, item, refused.outcome(), refused.code(), refused.message(), now);
		if (row.wantedVersion() != item.version()) {
			return;
		}
		if (refused.together() > 1) {
			limitBatch(item, (refused.together() + 1) / 2);
			return;
		}
		this.jdbc.sql("""
				update delivery set state = 'refused', retry_at = null, due_at = null
				where participant_id = :participant
				""").param("participant", item.participantId()).update();
		count(claim, row, "refused");
	}

	/** Refused together: smaller batches find the one that is at fault. */
	private void limitBatch(ClaimedItem item, int limit) {
		this.jdbc.sql("update delivery set batch_limit = :limit where participant_id = :participant")
			.param("limit", limit)
			.param("participant", item.participantId())
			.update();
	}

	private void triedAgain(Claim claim, ClaimedItem item, DeliveryRow row, Ending.TriedAgain again,
			OffsetDateTime now) {
		int attempts = row.attempts() + 1;
		boolean silent = again.outcome().equals("unanswered");
		if (silent && attempts > UNANSWERED_AT_MOST && claim.items().size() == 1) {
			refused(claim, item, row, new Ending.Refused(null, again.message(), 1, "unanswered"), now);
			return;
		}
		endAttempt(claim, item, again.outcome(), again.code(), again.message(), now);
		if (row.wantedVersion() != item.version()) {
			return;
		}
		Duration own = this.backOff.after(attempts);
		OffsetDateTime retry = now.plus((again.pause() != null) ? again.pause() : own);
		this.jdbc.sql("""
				update delivery set attempts = :attempts, retry_at = :retry,
					due_at = case when quarantine_until > :retry then quarantine_until else :retry end,
					batch_limit = case when :alone then 1 else batch_limit end
				where participant_id = :participant
				""")
			.param("attempts", attempts)
			.param("retry", retry)
			.param("alone", silent && attempts >= UNANSWERED_AT_MOST)
			.param("participant", item.participantId())
			.update();
	}

	private void unknown(Claim claim, ClaimedItem item, String message, OffsetDateTime now) {
		endAttempt(claim, item, "unknown", null, message, now);
		this.jdbc.sql("""
				update delivery set attempts = attempts + 1, quarantine_until = :until, lost_at = :now,
					lost_version = case when lost_version < :version then lost_version else :version end,
					due_at = case when due_at > :until then due_at else :until end
				where participant_id = :participant
				""")
			.param("until", now.plus(this.settings.gracePeriod()))
			.param("now", now)
			.param("version", item.version())
			.param("participant", item.participantId())
			.update();
	}

	private void endAttempt(Claim claim, ClaimedItem item, String outcome, @Nullable Integer code,
			@Nullable String message, OffsetDateTime now) {
		this.jdbc.sql("""
				update delivery_attempt set outcome = :outcome, error_code = :code, error_message = :message,
					ended_at = :now
				where claim_token = :token and participant_id = :participant
				""")
			.param("outcome", outcome)
			.param("code", code, java.sql.Types.INTEGER)
			.param("message", message, java.sql.Types.VARCHAR)
			.param("now", now)
			.param("token", claim.token())
			.param("participant", item.participantId())
			.update();
	}

	private void count(Claim claim, DeliveryRow row, String state) {
		if (!row.state().equals(state)) {
			this.counts.add(claim.eventId(), row.state(), -1);
			this.counts.add(claim.eventId(), state, 1);
		}
	}

	private record DeliveryRow(int wantedVersion, String state, int attempts, @Nullable Integer lostVersion,
			@Nullable OffsetDateTime lostAt) {
	}

}
