package io.selftimed.moveup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

import io.selftimed.StartRefusal;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL that is moved to. It has to be empty; what a broken move left, our
 * tables without anybody's rows, counts as empty.
 *
 * @param url where it is
 * @param connections connections to it
 * @param flyway builds its schema
 */
record NewHome(String url, DataSource connections, Flyway flyway) {

	/** Tables to which migrations write rows. */
	static final Set<String> SEEDED = Set.of("installation", "call_lane", "chore");

	private static final String ELSEWHERE = " Name an empty database, such as one made with createdb, in "
			+ "spring.datasource.url.";

	void refuseOtherKinds() {
		if (!this.url.startsWith("jdbc:postgresql:")) {
			throw new StartRefusal("spring.datasource.url does not lead to a PostgreSQL: set it to where the "
					+ "installation moves, such as jdbc:postgresql://localhost:5432/selftimed.");
		}
	}

	Connection open() throws SQLException {
		return this.connections.getConnection();
	}

	/** Where it is, without what may follow a question mark: a password, too. */
	String place() {
		return this.url.replaceFirst("\\?.*", "");
	}

	/**
	 * Before anything is written.
	 * @throws StartRefusal if other tables are there, or rows
	 */
	void refuseForeign(Connection connection) throws SQLException {
		Set<String> names = names(connection);
		if (!names.isEmpty() && !names.contains("flyway_schema_history")) {
			throw new StartRefusal("The database at spring.datasource.url holds tables of something else, such as "
					+ names.iterator().next() + "." + ELSEWHERE);
		}
		if (!names.isEmpty()) {
			refuseRows(connection, Tables.byName(connection).keySet());
		}
	}

	/**
	 * Looks for rows that no migration wrote.
	 * @throws StartRefusal if there are some
	 */
	void refuseRows(Connection connection, Collection<String> tables) throws SQLException {
		for (String table : tables) {
			if (!SEEDED.contains(table) && hasRows(connection, table)) {
				throw new StartRefusal(
						"The database at spring.datasource.url is not empty: " + table + " has rows." + ELSEWHERE);
			}
		}
	}

	/** Whether somebody's rows are in it. */
	boolean isLivedIn(Connection connection) throws SQLException {
		for (String table : Tables.byName(connection).keySet()) {
			if (!SEEDED.contains(table) && hasRows(connection, table)) {
				return true;
			}
		}
		return false;
	}

	/** Nobody else reads or writes until the end of the transaction. */
	void lock(Connection connection, Collection<String> tables) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("set local lock_timeout = '1s'");
			statement.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
		}
	}

	/** The first queries find plans for so many rows. */
	void analyze(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("analyze");
		}
	}

	private static boolean hasRows(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select 1 from " + table + " fetch first 1 rows only")) {
			return rows.next();
		}
	}

	private static Set<String> names(Connection connection) throws SQLException {
		Set<String> names = new TreeSet<>();
		try (ResultSet tables = connection.getMetaData()
			.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] { "TABLE" })) {
			while (tables.next()) {
				names.add(tables.getString("TABLE_NAME"));
			}
		}
		return names;
	}

}
