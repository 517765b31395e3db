package io.selftimed.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what came after a submission.
 */
@Repository
class Aftermaths {

	/** More than anybody sends; the newest matter. */
	private static final int MOST = 200;

	private final JdbcClient jdbc;

	private final SealedReceipts sealed;

	Aftermaths(JdbcClient jdbc, SealedReceipts sealed) {
		this.jdbc = jdbc;
		this.sealed = sealed;
	}

	Aftermath of(long submissionId, long participantId, int number) {
		return Aftermath.of(this.jdbc.sql("""
				select submitted_at, review, outcome, through_submission_id, receipt_hash, sealed_receipt
				from submission where participant_id = :participant and number > :number
				order by participant_id desc, number desc fetch first :most rows only
				""")
			.param("participant", participantId)
			.param("number", number)
			.param("most", MOST)
			.query((row, at) -> later(row, submissionId))
			.list());
	}

	private Aftermath.Later later(ResultSet row, long submissionId) throws SQLException {
		boolean throughThis = row.getLong("through_submission_id") == submissionId;
		String token = throughThis
				? this.sealed.open(row.getString("sealed_receipt"), row.getString("receipt_hash")).orElse(null) : null;
		return new Aftermath.Later(row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
				row.getString("review"), row.getString("outcome").equals("WITHDRAWN"), throughThis, token);
	}

}
