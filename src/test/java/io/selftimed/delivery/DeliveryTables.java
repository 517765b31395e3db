package io.selftimed.delivery;

import io.selftimed.TestDatabase;
import io.selftimed.runsignup.Gates;

/**
 * This module's tables, for the tests of modules that build on them.
 */
public final class DeliveryTables {

	private DeliveryTables() {
	}

	/** The troubles in a test database. */
	public static Troubles troubles(TestDatabase database, Gates gates) {
		return new GateTroubles(database.jdbc(), gates);
	}

}
