package io.selftimed.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Erases names, birth dates, e-mail addresses, notes, reasons, questions and answers of
 * events that closed long ago, one event at a time. Bibs and results stay. It does not
 * look at deliveries: they carry ids and results, none of what is erased. Each statement
 * may run twice and on every replica without harm. Each event is looked at again, as a
 * roster may come in late.
 */
@Repository
class PersonalData {

	private static final Logger logger = LoggerFactory.getLogger(PersonalData.class);

	private final JdbcClient jdbc;

	private final InstantSource time;

	private final SubmissionSettings settings;

	PersonalData(JdbcClient jdbc, InstantSource time, SubmissionSettings settings) {
		this.jdbc = jdbc;
		this.time = time;
		this.settings = settings;
	}

	@Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
	void eraseOld() {
		Instant before = this.time.instant().minus(this.settings.keepPersonalData());
		List<Long> events = this.jdbc.sql("select event_id from event where closes_at <= :before order by event_id")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.query((row, number) -> row.getLong(1))
			.list();
		for (Long event : events) {
			int erased = erase(event);
			if (erased > 0) {
				logger.info("Erased personal data in {} rows of event {}", erased, event);
			}
		}
	}

	private int erase(long event) {
		int participants = this.jdbc.sql("""
				update participant set first_name = null, last_name = null, birth_date = null, email = null
				where event_id = :event and (first_name is not null or last_name is not null
					or birth_date is not null or email is not null)
				""").param("event", event).update();
		int words = this.jdbc.sql("""
				update submission_log set words = null where words is not null
					and submission_id in (select id from submission where event_id = :event)
				""").param("event", event).update();
		return participants + words + this.jdbc.sql("""
				update submission set email = null, note = null, review_words = null, question = null, answer = null
				where event_id = :event and (email is not null or note is not null or review_words is not null
					or question is not null or answer is not null)
				""").param("event", event).update();
	}

}
