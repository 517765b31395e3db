package io.selftimed.organizer;

import java.time.Duration;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mails that were given up.
 */
@BothDatabases
class FailedMailsTests {

	private final TestDatabase database;

	private final FailedMails mails;

	FailedMailsTests(TestDatabase database) {
		this.database = database;
		this.mails = new FailedMails(database.jdbc(), () -> Harbor.NOON);
	}

	@BeforeEach
	void world() {
		this.database.clean();
		new Harbor(this.database.jdbc());
	}

	@Test
	void thoseOfTheLastThirtyDaysAreCounted() {
		Harbor.Post post = new Harbor.Post(this.database.jdbc());
		post.failedMail("ann@example.org", Harbor.NOON.minus(Duration.ofDays(29)));
		post.failedMail("ann@example.org", Harbor.NOON.minus(Duration.ofDays(31)));
		post.failedMail("bob@example.org", Harbor.NOON);
		assertThat(this.mails.to(Harbor.ANN)).isEqualTo(1);
		assertThat(this.mails.to(99)).isZero();
	}

}
