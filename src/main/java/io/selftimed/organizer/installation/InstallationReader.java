package io.selftimed.organizer.installation;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the races and the accounts of the installation.
 */
@Repository
class InstallationReader {

	private static final int MOST = 500;

	private final JdbcClient jdbc;

	InstallationReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The races by name. */
	List<ListedRace> races() {
		return this.jdbc.sql("""
				select r.race_id, r.name, (select count(*) from event e where e.race_id = r.race_id),
					(select count(*) from organizer_role o where o.race_id = r.race_id and o.role = 'owner')
				from race r order by r.name, r.race_id fetch first :most rows only
				""")
			.param("most", MOST)
			.query((row, number) -> new ListedRace(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
			.list();
	}

	/** The accounts by address. */
	List<ListedAccount> accounts() {
		return this.jdbc.sql("""
				select o.id, o.email, o.administrator,
					(select count(*) from organizer_role r where r.organizer_id = o.id)
				from organizer o order by o.email fetch first :most rows only
				""")
			.param("most", MOST)
			.query((row, number) -> new ListedAccount(row.getLong(1), row.getString(2), row.getBoolean(3),
					row.getLong(4)))
			.list();
	}

	/**
	 * A race.
	 *
	 * @param raceId RunSignup's id
	 * @param name its name
	 * @param events how many events it has
	 * @param owners how many owners
	 */
	record ListedRace(long raceId, String name, long events, long owners) {

	}

	/**
	 * An account. Holds an address: never logged.
	 *
	 * @param id our id
	 * @param email the address
	 * @param administrator whether it looks after the installation
	 * @param races in how many races it has a role
	 */
	record ListedAccount(long id, String email, boolean administrator, long races) {

		@Override
		public String toString() {
			return "organizer " + this.id;
		}

	}

}
