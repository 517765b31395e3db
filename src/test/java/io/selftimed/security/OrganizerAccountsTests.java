package io.selftimed.security;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.core.userdetails.UsernameNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Finding an organizer by the address they type.
 */
@BothDatabases
class OrganizerAccountsTests {

	private final TestDatabase database;

	private final OrganizerAccounts accounts;

	OrganizerAccountsTests(TestDatabase database) {
		this.database = database;
		this.accounts = new OrganizerAccounts(database.jdbc());
	}

	@BeforeEach
	void oneOrganizer() {
		this.database.clean();
		this.database.jdbc()
			.sql("insert into organizer (id, email, password) values (7, 'ann@example.org', '{noop}secret')")
			.update();
	}

	@Test
	void capitalsAndSpacesDoNotMatter() {
		OrganizerAccount ann = this.accounts.loadUserByUsername(" Ann@Example.org ");
		assertThat(ann.id()).isEqualTo(7);
		assertThat(ann.getPassword()).isEqualTo("{noop}secret");
	}

	@Test
	void anAccountIsLoggedByItsIdAlone() {
		assertThat(this.accounts.loadUserByUsername("ann@example.org")).hasToString("organizer 7");
	}

	@Test
	void nobodyElseIsFound() {
		assertThatExceptionOfType(UsernameNotFoundException.class)
			.isThrownBy(() -> this.accounts.loadUserByUsername("bob@example.org"))
			.withMessageNotContaining("bob");
	}

}
