package io.selftimed.delivery;

import io.selftimed.submission.SentBefore;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks at attempts while it holds the delivery's row: a claim would need that row, and
 * writes its attempts before any call.
 */
@Repository
class JdbcSentBefore implements SentBefore {

	private final JdbcClient jdbc;

	JdbcSentBefore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Sent look(long participantId, long submissionId) {
		this.jdbc.sql("select participant_id from delivery where participant_id = :participant for update")
			.param("participant", participantId)
			.query(Long.class)
			.list();
		return this.jdbc.sql("""
				select count(*) as attempts, count(case when submission_id = :submission then 1 end) as own
				from delivery_attempt where participant_id = :participant
				""")
			.param("submission", submissionId)
			.param("participant", participantId)
			.query((row, number) -> sent(row.getLong("attempts"), row.getLong("own")))
			.single();
	}

	private static Sent sent(long attempts, long own) {
		if (own > 0) {
			return Sent.THIS;
		}
		return (attempts > 0) ? Sent.OTHERS : Sent.NOTHING;
	}

}
