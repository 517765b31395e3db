package io.selftimed.organizer.installation;

import java.util.ArrayList;
import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import io.selftimed.organizer.installation.Administrators.Administrator;
import io.selftimed.organizer.installation.Administrators.Change;
import io.selftimed.security.OpenSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How administrators are made and cease to be, on both databases.
 */
@BothDatabases
class AdministratorsTests {

	private final TestDatabase database;

	private final List<Long> signedOut = new ArrayList<>();

	private final List<String> audit = new ArrayList<>();

	private final Administrators administrators;

	AdministratorsTests(TestDatabase database) {
		this.database = database;
		this.administrators = new Administrators(database.jdbc(), database.transactions(), new Sessions(),
				(what, race, about) -> this.audit.add(what + " " + about));
	}

	@BeforeEach
	void annLooksAfterTheInstallation() {
		this.database.clean();
		new Harbor(this.database.jdbc());
		this.database.jdbc().sql("update organizer set administrator = true where id = 7").update();
	}

	@Test
	void theLastOneStays() {
		assertThat(this.administrators.remove(Harbor.ANN)).isEqualTo(Change.LAST);
		assertThat(this.administrators.make(Harbor.BOB)).isEqualTo(Change.DONE);
		assertThat(this.administrators.make(Harbor.BOB)).isEqualTo(Change.DONE);
		assertThat(this.administrators.remove(Harbor.ANN)).isEqualTo(Change.DONE);
		assertThat(this.administrators.remove(Harbor.BOB)).isEqualTo(Change.LAST);
		assertThat(this.administrators.all()).extracting(Administrator::email).containsExactly("bob@example.org");
		assertThat(this.audit).containsExactly("administrator-made organizer:8", "administrator-removed organizer:7");
	}

	@Test
	void whoeverCeasesToBeOneIsSignedOutAndNobodyElse() {
		this.administrators.make(Harbor.BOB);
		assertThat(this.signedOut).isEmpty();
		this.administrators.remove(Harbor.BOB);
		assertThat(this.signedOut).containsExactly(Harbor.BOB);
		assertThat(this.administrators.contain(Harbor.BOB)).isFalse();
		assertThat(this.administrators.contain(Harbor.ANN)).isTrue();
	}

	@Test
	void whoIsNoneCannotCeaseToBeOne() {
		assertThat(this.administrators.remove(Harbor.BOB)).isEqualTo(Change.NOBODY);
		assertThat(this.administrators.remove(99)).isEqualTo(Change.NOBODY);
		assertThat(this.administrators.make(99)).isEqualTo(Change.NOBODY);
	}

	/** Remembers who was signed out. */
	private final class Sessions implements OpenSessions {

		@Override
		public List<OpenSession> of(long organizerId) {
			return List.of();
		}

		@Override
		public int end(long organizerId, String kept) {
			AdministratorsTests.this.signedOut.add(organizerId);
			return 1;
		}

	}

}
