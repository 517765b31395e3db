package io.selftimed.security;

import io.selftimed.TestDatabase;

/**
 * This module's tables and values, for the tests of modules that build on them.
 */
public final class SecurityTables {

	private SecurityTables() {
	}

	/** The organizers in a test database. */
	public static OrganizerAddresses organizers(TestDatabase database) {
		return new JdbcOrganizerAddresses(database.jdbc());
	}

	/** An address that links are made from. */
	public static PublicUrl publicUrl(String address) {
		return new PublicUrl(() -> address);
	}

}
