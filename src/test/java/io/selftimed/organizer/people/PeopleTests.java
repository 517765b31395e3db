package io.selftimed.organizer.people;

import java.util.ArrayList;
import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import io.selftimed.security.OpenSessions;
import io.selftimed.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How roles are changed and taken away, on both databases.
 */
@BothDatabases
class PeopleTests {

	private final TestDatabase database;

	private final List<Long> signedOut = new ArrayList<>();

	private final List<String> audit = new ArrayList<>();

	private final People people;

	PeopleTests(TestDatabase database) {
		this.database = database;
		this.people = new People(database.jdbc(), database.transactions(), new Sessions(),
				(what, race, about) -> this.audit.add(what + " " + about));
	}

	@BeforeEach
	void annOwnsAndBobLooks() {
		this.database.clean();
		new Harbor(this.database.jdbc());
		this.database.jdbc()
			.sql("insert into organizer_role (organizer_id, race_id, role) values (8, 4100, 'viewer')")
			.update();
	}

	@Test
	void theLastOwnerStays() {
		assertThat(this.people.change(4100, Harbor.ANN, Role.VIEWER)).isEqualTo(People.Change.LAST_OWNER);
		assertThat(this.people.change(4100, Harbor.ANN, null)).isEqualTo(People.Change.LAST_OWNER);
		assertThat(this.people.change(4100, Harbor.BOB, Role.OWNER)).isEqualTo(People.Change.DONE);
		assertThat(this.people.change(4100, Harbor.ANN, null)).isEqualTo(People.Change.DONE);
		assertThat(this.people.of(4100)).extracting(Person::email).containsExactly("bob@example.org");
		assertThat(this.audit).containsExactly("role-changed organizer:8 was:viewer is:owner",
				"role-removed organizer:7 was:owner");
	}

	@Test
	void whoLosesPartOfARoleIsSignedOutAndWhoGainsIsNot() {
		this.people.change(4100, Harbor.BOB, Role.OWNER);
		assertThat(this.signedOut).isEmpty();
		this.people.change(4100, Harbor.BOB, Role.REVIEWER);
		this.people.change(4100, Harbor.BOB, Role.REVIEWER);
		assertThat(this.signedOut).containsExactly(Harbor.BOB);
		this.people.change(4100, Harbor.BOB, null);
		assertThat(this.signedOut).containsExactly(Harbor.BOB, Harbor.BOB);
	}

	@Test
	void whoHasNoRoleIsNotThere() {
		assertThat(this.people.change(4100, 99, Role.OWNER)).isEqualTo(People.Change.NOBODY);
		assertThat(this.people.change(4200, Harbor.ANN, Role.OWNER)).isEqualTo(People.Change.NOBODY);
	}

	/** Remembers who was signed out. */
	private final class Sessions implements OpenSessions {

		@Override
		public List<OpenSession> of(long organizerId) {
			return List.of();
		}

		@Override
		public int end(long organizerId, String kept) {
			PeopleTests.this.signedOut.add(organizerId);
			return 1;
		}

	}

}
