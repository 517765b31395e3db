package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.security.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcWrongTries} and {@link PersonalData}.
 */
@BothDatabases
class WrongTriesTests {

	private final TestDatabase database;

	private final JdbcWrongTries tries;

	private String address = "192.0.2.1";

	private Instant now = HarborLights.NOON;

	WrongTriesTests(TestDatabase database) {
		this.database = database;
		this.tries = new JdbcWrongTries(database.jdbc(), new TestKeys(1).hash(), () -> this.address, () -> this.now);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().participant(1, 101, "Marsh");
	}

	@Test
	void areCountedByBibAndByAddress() {
		this.tries.count(41001, 101);
		this.tries.count(41001, 102);
		this.address = "192.0.2.2";
		this.tries.count(41001, 101);
		assertThat(this.tries.standing(41001, 101)).isEqualTo(new WrongTries.Standing(2, 1, 1, this.now));
	}

	@Test
	void anAddressIsFreeAgainAnHourAfterTheOldestOfItsLastSixty() {
		Instant first = this.now;
		for (int bib = 1; bib <= 60; bib++) {
			this.tries.count(41001, bib);
			this.now = this.now.plusSeconds(1);
		}
		WrongTries.Standing standing = this.tries.standing(41001, 101);
		assertThat(standing.weary()).isTrue();
		assertThat(standing.freeAgain()).isEqualTo(first.plus(Duration.ofHours(1)));
		this.now = standing.freeAgain();
		assertThat(this.tries.standing(41001, 101).weary()).isFalse();
	}

	@Test
	void areForgottenAfterADayAndNeverHoldTheAddress() {
		this.tries.count(41001, 101);
		assertThat(this.database.jdbc().sql("select address_hash from wrong_try").query(String.class).single())
			.hasSize(64)
			.doesNotContain("192");
		this.now = this.now.plus(Duration.ofHours(24));
		assertThat(this.tries.standing(41001, 101).ofBib()).isZero();
		this.tries.forget();
		assertThat(this.database.jdbc().sql("select count(*) from wrong_try").query(Integer.class).single()).isZero();
	}

	@Test
	void personalDataAreErasedSoLongAfterClosingAndTheBibStays() {
		this.database.jdbc()
			.sql("update participant set first_name = 'Ann', birth_date = date '1990-04-12', email = 'a@b.example'")
			.update();
		HarborLights.in(this.database).submission(1, 41001, 1, 1000);
		this.database.jdbc().sql("update submission set email = 'a@b.example', note = 'hello'").update();
		Instant closes = HarborLights.NOON.plus(Duration.ofDays(27));
		PersonalData data = new PersonalData(this.database.jdbc(), () -> this.now,
				new SubmissionSettings(20, Duration.ofDays(90)));
		this.now = closes.plus(Duration.ofDays(90)).minusSeconds(1);
		data.eraseOld();
		assertThat(kept()).isEqualTo(2);
		this.now = this.now.plusSeconds(1);
		data.eraseOld();
		assertThat(kept()).isZero();
		assertThat(this.database.jdbc().sql("select bib from participant").query(Long.class).single()).isEqualTo(101);
	}

	private int kept() {
		return this.database.jdbc().sql("""
				select (select count(*) from participant where first_name is not null or last_name is not null
						or birth_date is not null or email is not null)
					+ (select count(*) from submission where email is not null or note is not null)
				""").query(Integer.class).single();
	}

}
