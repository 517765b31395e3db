package io.selftimed.organizer;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The events an organizer may see, with their counts.
 */
@BothDatabases
class OrganizedEventsTests {

	private final TestDatabase database;

	private final OrganizedEvents events;

	private Harbor harbor;

	OrganizedEventsTests(TestDatabase database) {
		this.database = database;
		this.events = new OrganizedEvents(database.jdbc());
	}

	@BeforeEach
	void world() {
		this.database.clean();
		this.harbor = new Harbor(this.database.jdbc());
	}

	@Test
	void anOrganizerSeesTheEventsOfTheirRacesOnly() {
		this.harbor.event(41002, 4100, "harbor-half", "Harbor Half");
		assertThat(this.events.of(Harbor.ANN)).extracting(OrganizedEvent::slug)
			.containsExactly("harbor-5k", "harbor-half");
	}

	@Test
	void countsAreTheSumsOfWhatWasAppended() {
		this.harbor.counts(Harbor.EVENT, "submissions", 1, 1, 1);
		this.harbor.counts(Harbor.EVENT, "waiting", 1, 1, -1);
		this.harbor.counts(Harbor.EVENT, "received", 1);
		this.harbor.counts(42001, "received", 5);
		assertThat(this.events.of(Harbor.ANN)).singleElement()
			.extracting(OrganizedEvent::counts)
			.isEqualTo(new OrganizedEvent.Counts(3, 1, 1, 0, 0, 0));
	}

	@Test
	void timesAreThoseOfTheRace() {
		OrganizedEvent event = this.events.of(Harbor.ANN).getFirst();
		assertThat(event.day(event.opensAt())).isEqualTo("Jul 2, 2026");
	}

	@Test
	void theWindowOpensAndCloses() {
		OrganizedEvent event = this.events.of(Harbor.ANN).getFirst();
		assertThat(event.windowAt(event.opensAt().minusMillis(1))).isEqualTo("upcoming");
		assertThat(event.windowAt(event.opensAt())).isEqualTo("open");
		assertThat(event.windowAt(event.closesAt())).isEqualTo("closed");
	}

}
