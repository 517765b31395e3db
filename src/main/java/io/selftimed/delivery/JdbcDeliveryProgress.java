package io.selftimed.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

import io.selftimed.submission.DeliveryProgress;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells receipts how far a delivery has come.
 */
@Repository
class JdbcDeliveryProgress implements DeliveryProgress {

	private final JdbcClient jdbc;

	JdbcDeliveryProgress(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Progress of(long submissionId) {
		return this.jdbc
			.sql("""
					select d.state, d.settled_at, p.registration_id, count(a.id) as attempts, max(a.results_received_ts) as received,
						coalesce(e.remote_needs_approval, true) as approvable,
						max(case when a.version = d.delivered_version then a.result_approval_ts end) as approved,
						max(case when e.remote_needs_approval then d.approval_seen_at end) as approval_seen
					from submission s join delivery d on d.participant_id = s.participant_id
						join participant p on p.id = s.participant_id join event e on e.event_id = s.event_id
						left join delivery_attempt a on a.submission_id = s.id
					where s.id = :submission and d.wanted_submission_id = s.id
					group by d.state, d.settled_at, p.registration_id, e.remote_needs_approval
					""")
			.param("submission", submissionId)
			.query(JdbcDeliveryProgress::progress)
			.optional()
			.orElseGet(() -> new Progress(Stage.WAITING, null, 0, null));
	}

	private static Progress progress(ResultSet row, int number) throws SQLException {
		Stage stage = Stage.valueOf(row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_'));
		Long received = row.getObject("received", Long.class);
		int attempts = row.getInt("attempts");
		return new Progress((stage == Stage.RECEIVED && approved(row)) ? Stage.APPROVED : stage, instant(received),
				attempts, row.getObject("registration_id", Long.class),
				(stage == Stage.WAITING && attempts == 0) ? settles(row) : null);
	}

	private static @Nullable Instant settles(ResultSet row) throws SQLException {
		OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
		return (settled != null) ? settled.toInstant() : null;
	}

	/**
	 * Approved by its own answer, or because it was seen where only approved ones are.
	 * Where nobody has to approve results, none is.
	 */
	private static boolean approved(ResultSet row) throws SQLException {
		boolean answered = row.getObject("approved", Long.class) != null;
		boolean seen = row.getObject("approval_seen", OffsetDateTime.class) != null;
		return row.getBoolean("approvable") && (answered || seen);
	}

	private static @Nullable Instant instant(@Nullable Long epochSeconds) {
		return (epochSeconds != null) ? Instant.ofEpochSecond(epochSeconds) : null;
	}

}
