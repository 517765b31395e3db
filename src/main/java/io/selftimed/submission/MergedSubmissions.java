package io.selftimed.submission;

import java.util.List;

import io.selftimed.race.roster.ParticipantErased;
import io.selftimed.race.roster.ParticipantsMerged;
import io.selftimed.race.roster.ParticipantsMerging;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows the roster: what two participants sent who are one runner becomes one history,
 * in the order in which it came; and who is erased leaves no words of their own.
 */
@Component
class MergedSubmissions {

	/** More than anybody sends, so that numbers never meet while they change. */
	private static final int ASIDE = 1_000_000;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher publisher;

	MergedSubmissions(JdbcClient jdbc, ApplicationEventPublisher publisher) {
		this.jdbc = jdbc;
		this.publisher = publisher;
	}

	@EventListener
	@Order(ParticipantsMerging.SUBMISSIONS)
	void move(ParticipantsMerging merging) {
		List<Long> inOrder = this.jdbc.sql("""
				select id from submission where participant_id in (:from, :into) order by submitted_at, id
				""")
			.param("from", merging.from())
			.param("into", merging.into())
			.query((row, number) -> row.getLong(1))
			.list();
		this.jdbc.sql("update submission set number = number + :aside where participant_id = :into")
			.param("aside", ASIDE)
			.param("into", merging.into())
			.update();
		int number = 0;
		for (Long id : inOrder) {
			number++;
			this.jdbc.sql("update submission set participant_id = :into, number = :number where id = :id")
				.param("into", merging.into())
				.param("number", number)
				.param("id", id)
				.update();
		}
	}

	@EventListener
	void raise(ParticipantsMerged merged) {
		this.publisher.publishEvent(new WantedChanged(merged.into(), merged.eventId()));
	}

	@EventListener
	void erase(ParticipantErased erased) {
		this.jdbc.sql("""
				update submission set email = null, note = null, review_words = null, question = null, answer = null
				where participant_id = :participant
				""").param("participant", erased.participantId()).update();
		this.jdbc.sql("""
				update submission_log set words = null
				where submission_id in (select id from submission where participant_id = :participant)
				""").param("participant", erased.participantId()).update();
	}

}
