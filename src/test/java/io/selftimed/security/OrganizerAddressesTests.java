package io.selftimed.security;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is written to, and where links in mails lead.
 */
@BothDatabases
class OrganizerAddressesTests {

	private final TestDatabase database;

	private final OrganizerAddresses addresses;

	OrganizerAddressesTests(TestDatabase database) {
		this.database = database;
		this.addresses = new JdbcOrganizerAddresses(database.jdbc());
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race();
	}

	@Test
	void ownersAndReviewersAreWrittenToAndViewersAreNot() {
		organizer(1, "zoe@example.org", "owner");
		organizer(2, "ann@example.org", "reviewer");
		organizer(3, "cid@example.org", "viewer");
		assertThat(this.addresses.of(4100)).containsExactly("ann@example.org", "zoe@example.org");
		assertThat(this.addresses.of(4200)).isEmpty();
	}

	@Test
	void linksLeadToThePublicAddress() {
		PublicUrl url = SecurityTables.publicUrl(" https://results.example.org/race/ ");
		assertThat(url.link("/organizer")).isEqualTo("https://results.example.org/race/organizer");
		assertThat(url.host()).isEqualTo("results.example.org");
	}

	private void organizer(long id, String email, String role) {
		this.database.jdbc()
			.sql("insert into organizer (id, email, password) values (?, ?, '{noop}secret')")
			.params(id, email)
			.update();
		this.database.jdbc()
			.sql("insert into organizer_role (organizer_id, race_id, role) values (?, 4100, ?)")
			.params(id, role)
			.update();
	}

}
