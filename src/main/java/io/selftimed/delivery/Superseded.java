package io.selftimed.delivery;

import java.sql.Types;

import io.selftimed.submission.WantedChanged;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks what was accepted and no longer counts, so that lists find it without looking at
 * all the rest. Always under the participant's lock.
 */
class Superseded {

	private final JdbcClient jdbc;

	Superseded(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Marks all accepted submissions of a participant but one. Not to be called for a
	 * runner's first, which has no others beside it.
	 * @param changed whose
	 * @param newest the one that counts, null if none does
	 */
	void markOthers(WantedChanged changed, Wanted.@Nullable Accepted newest) {
		forget(changed.participantId());
		this.jdbc.sql("""
				insert into superseded_submission (submission_id, event_id)
				select id, event_id from submission where participant_id = :participant and review = 'accepted'
					and id <> :newest
				""")
			.param("participant", changed.participantId())
			.param("newest", (newest != null) ? newest.submissionId() : 0, Types.BIGINT)
			.update();
	}

	private void forget(long participantId) {
		this.jdbc.sql("""
				delete from superseded_submission where submission_id in
					(select id from submission where participant_id = :participant)
				""").param("participant", participantId).update();
	}

}
