package io.selftimed.sandbox.console;

import java.time.OffsetDateTime;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which mails the console shows.
 */
@BothDatabases
class MailBoxTests {

	private final TestDatabase database;

	MailBoxTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race();
	}

	@Test
	void theNewestComeFirstAndOnlyThoseOfTheDemo() {
		for (int number = 1; number <= 32; number++) {
			write(4100, "Mail " + number);
		}
		this.database.jdbc()
			.sql("insert into race (race_id, name, time_zone, contact) values (4200, 'Hill Run', 'UTC', 'x')")
			.update();
		write(4200, "of a real race");
		assertThat(new MailBox(this.database.jdbc()).newest()).hasSize(30)
			.first()
			.isEqualTo(new MailBox.ShownMail(OffsetDateTime.parse("2026-07-04T16:00:00Z").toInstant(),
					"ann@example.org", "Mail 32", "Text of Mail 32"));
	}

	private void write(long raceId, String subject) {
		this.database.jdbc()
			.sql("""
					insert into mail (race_id, recipient, subject, body, created_at, state, message_id)
					values (:race, 'ann@example.org', :subject, 'Text of ' || :subject, :at, 'unsent', :subject)
					""")
			.param("race", raceId)
			.param("subject", subject)
			.param("at", OffsetDateTime.parse("2026-07-04T16:00:00Z"))
			.update();
	}

}
