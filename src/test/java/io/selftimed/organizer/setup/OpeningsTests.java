package io.selftimed.organizer.setup;

import java.time.Duration;
import java.time.Instant;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody typed to open a race, with a clock that is moved by hand.
 */
@BothDatabases
class OpeningsTests {

	private static final long ANN = 7;

	private static final long BOB = 8;

	private final TestDatabase database;

	private Instant now = Instant.parse("2026-07-01T12:00:00Z");

	private Openings openings;

	OpeningsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void annAndBob() {
		this.database.clean();
		for (long id : new long[] { ANN, BOB }) {
			this.database.jdbc()
				.sql("insert into organizer (id, email, password) values (?, ?, 'x')")
				.params(id, id + "@example.org")
				.update();
		}
		this.openings = new Openings(this.database.jdbc(), () -> this.now);
	}

	@Test
	void whatWasTypedIsTheirsOnly() {
		String id = this.openings.keep(ANN, typed("", 4100));
		assertThat(this.openings.of(ANN, id)).contains(typed(id, 4100));
		assertThat(this.openings.of(BOB, id)).isEmpty();
		assertThat(this.openings.newest(BOB)).isEmpty();
		assertThat(this.openings.keep(BOB, typed(id, 4900))).isNotEqualTo(id);
		assertThat(this.openings.of(ANN, id)).contains(typed(id, 4100));
	}

	@Test
	void whatIsTypedAnewTakesThePlaceOfWhatStoodThere() {
		String id = this.openings.keep(ANN, typed("", 4100));
		this.now = this.now.plusSeconds(1);
		String other = this.openings.keep(ANN, typed("", 4200));
		assertThat(this.openings.newest(ANN)).contains(typed(other, 4200));
		this.now = this.now.plusSeconds(1);
		assertThat(this.openings.keep(ANN, typed(id, 4900))).isEqualTo(id);
		assertThat(this.openings.newest(ANN)).contains(typed(id, 4900));
		this.openings.delete(id);
		assertThat(this.openings.of(ANN, id)).isEmpty();
		assertThat(this.openings.of(ANN, other)).isPresent();
	}

	@Test
	void nothingIsKeptLongerThanThreeHours() {
		String id = this.openings.keep(ANN, typed("", 4100));
		this.now = this.now.plus(Duration.ofHours(3)).minusSeconds(1);
		this.openings.dropWhatIsOver();
		assertThat(this.openings.of(ANN, id)).isPresent();
		this.now = this.now.plusSeconds(1);
		assertThat(this.openings.of(ANN, id)).isEmpty();
		assertThat(this.openings.newest(ANN)).isEmpty();
		assertThat(rows()).isEqualTo(1);
		this.openings.dropWhatIsOver();
		assertThat(rows()).isZero();
	}

	private int rows() {
		return this.database.jdbc().sql("select count(*) from race_opening").query(Integer.class).single();
	}

	private static Opening typed(String id, long raceId) {
		return new Opening(id, raceId, "run@example.org", "Moonlight", "Europe/Berlin");
	}

}
