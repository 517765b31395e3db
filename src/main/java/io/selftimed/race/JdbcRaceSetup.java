package io.selftimed.race;

import java.sql.Types;
import java.util.Optional;

import io.selftimed.security.Audit;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sets up the rows of {@code race}.
 */
@Repository
class JdbcRaceSetup implements RaceSetup {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Audit audit;

	private final Environment environment;

	JdbcRaceSetup(JdbcClient jdbc, TransactionOperations transactions, Audit audit, Environment environment) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.audit = audit;
		this.environment = environment;
	}

	@Override
	public Optional<Described> describe(long raceId) {
		return this.jdbc.sql("select name, time_zone, contact, privacy_notice, version from race where race_id = :race")
			.param("race", raceId)
			.query((row,
					number) -> new Described(new RaceProfile(row.getString("name"), row.getString("time_zone"),
							row.getString("contact"), row.getString("privacy_notice")), row.getInt("version")))
			.optional();
	}

	/**
	 * Under the installation's lock, so that of two at once one finds it there. A race of
	 * the sandbox is demo data, so that the sandbox starts again.
	 */
	@Override
	public boolean create(long raceId, RaceProfile profile, long organizerId) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
			if (describe(raceId).isPresent()) {
				return false;
			}
			insert(raceId, profile, organizerId);
			this.audit.write("race-created", raceId, "race:" + raceId);
			return true;
		}));
	}

	private void insert(long raceId, RaceProfile profile, long organizerId) {
		this.jdbc.sql("""
				insert into race (race_id, name, time_zone, contact, privacy_notice, demo)
				values (:race, :name, :zone, :contact, :privacy, :demo)
				""")
			.param("race", raceId)
			.param("name", profile.name())
			.param("zone", profile.zone())
			.param("contact", profile.contact())
			.param("privacy", profile.privacyNotice(), Types.VARCHAR)
			.param("demo", this.environment.acceptsProfiles(Profiles.of("demo")))
			.update();
		this.jdbc.sql("insert into organizer_role (organizer_id, race_id, role) values (:organizer, :race, 'owner')")
			.param("organizer", organizerId)
			.param("race", raceId)
			.update();
	}

	@Override
	public Change change(long raceId, int version, RaceProfile profile) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> write(raceId, version, profile))) ? Change.DONE
				: Change.CHANGED_MEANWHILE;
	}

	private boolean write(long raceId, int version, RaceProfile profile) {
		boolean written = this.jdbc.sql("""
				update race set name = :name, time_zone = :zone, contact = :contact, privacy_notice = :privacy,
					version = version + 1
				where race_id = :race and version = :version
				""")
			.param("name", profile.name())
			.param("zone", profile.zone())
			.param("contact", profile.contact())
			.param("privacy", profile.privacyNotice(), Types.VARCHAR)
			.param("race", raceId)
			.param("version", version)
			.update() == 1;
		if (written) {
			this.audit.write("race-changed", raceId, "race:" + raceId);
		}
		return written;
	}

}
