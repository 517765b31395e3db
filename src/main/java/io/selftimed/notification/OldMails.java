package io.selftimed.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Throws away mails and notices that are long over, some at a time. Two replicas that do
 * it at once do no harm.
 */
@Component
class OldMails implements Watch {

	private static final Duration EVERY = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final MailSettings settings;

	private final InstantSource time;

	private Instant next = Instant.MIN;

	OldMails(JdbcClient jdbc, MailSettings settings, InstantSource time) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.time = time;
	}

	@Override
	public void look() {
		Instant now = this.time.instant();
		if (now.isBefore(this.next)) {
			return;
		}
		OffsetDateTime before = now.minus(this.settings.keep()).atOffset(ZoneOffset.UTC);
		int mails = this.jdbc.sql("""
				delete from mail where id in (select id from mail order by id fetch first 1000 rows only)
					and created_at < :before and state <> 'waiting'
				""").param("before", before).update();
		this.jdbc.sql("delete from notice where ended_at < :before").param("before", before).update();
		this.next = (mails > 0) ? now : now.plus(EVERY);
	}

}
