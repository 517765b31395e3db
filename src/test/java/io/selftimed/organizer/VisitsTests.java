package io.selftimed.organizer;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may visit what, on both databases.
 */
@BothDatabases
class VisitsTests {

	private final TestDatabase database;

	private final Visits visits;

	VisitsTests(TestDatabase database) {
		this.database = database;
		this.visits = new Visits(database.jdbc());
	}

	@BeforeEach
	void world() {
		this.database.clean();
		new Harbor(this.database.jdbc());
	}

	@Test
	void aRaceIsThereForThoseWithARoleInIt() {
		assertThat(this.visits.toRace(Harbor.ANN, 4100)).get().extracting(RaceVisit::role).isEqualTo(Role.OWNER);
		assertThat(this.visits.toRace(Harbor.BOB, 4100)).isEmpty();
		assertThat(this.visits.toRace(Harbor.ANN, 1)).isEmpty();
	}

	@Test
	void anEventIsThereForThoseWithARoleInItsRace() {
		assertThat(this.visits.toEvent(Harbor.ANN, "harbor-5k")).get()
			.extracting(EventVisit::eventId)
			.isEqualTo(Harbor.EVENT);
		assertThat(this.visits.toEvent(Harbor.BOB, "harbor-5k")).isEmpty();
		assertThat(this.visits.toEvent(Harbor.ANN, "no-such-event")).isEmpty();
	}

	@Test
	void nobodyLooksAfterTheInstallationUnlessToldTo() {
		assertThat(this.visits.isAdministrator(Harbor.ANN)).isFalse();
		this.database.jdbc().sql("update organizer set administrator = true where id = ?").params(Harbor.ANN).update();
		assertThat(this.visits.isAdministrator(Harbor.ANN)).isTrue();
	}

}
