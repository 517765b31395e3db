package io.selftimed.moveup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.selftimed.StartRefusal;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations a database has had, each with Flyway's checksum of it. Rows are copied
 * only between two databases of this program's own version.
 *
 * @param applied the checksum of each, null for a migration that is a class
 */
record Versions(Map<MigrationVersion, @Nullable Integer> applied) {

	/** Those that this program brings. */
	static Versions ofThisProgram(Flyway flyway) {
		Map<MigrationVersion, @Nullable Integer> versions = new TreeMap<>();
		Stream.of(flyway.info().all())
			.filter((migration) -> migration.getState().isResolved())
			.filter((migration) -> migration.getVersion() != null)
			.forEach((MigrationInfo migration) -> versions.put(migration.getVersion(), migration.getChecksum()));
		return new Versions(versions);
	}

	/** Those that a database has had; none if it is not ours. */
	static Versions of(Connection database) {
		Map<MigrationVersion, @Nullable Integer> versions = new TreeMap<>();
		try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery("""
				select "version", "checksum" from "flyway_schema_history"
				where "version" is not null and "success" = true
				""")) {
			while (row.next()) {
				versions.put(MigrationVersion.fromVersion(row.getString(1)), row.getObject(2, Integer.class));
			}
			return new Versions(versions);
		}
		catch (SQLException ex) {
			return new Versions(Map.of());
		}
	}

	/**
	 * Refuses a source of another version than this program's.
	 * @param source what the source has had
	 */
	void refuseOther(Versions source) {
		if (source.applied.isEmpty()) {
			throw new StartRefusal("The H2 file is not a database of Selftimed's: name the data folder of the "
					+ "installation that is moved with --selftimed.move-up.from.");
		}
		if (!this.applied.keySet().containsAll(source.applied.keySet())) {
			throw new StartRefusal(
					"The H2 file was written by a newer Selftimed than this one: run move-up with that " + "version.");
		}
		if (!source.applied.keySet().containsAll(this.applied.keySet())) {
			throw new StartRefusal("The H2 file is of an older Selftimed than this one: start this version over it "
					+ "once, stop it, and run move-up again.");
		}
		if (!source.applied.entrySet().stream().allMatch((entry) -> sameChecksum(entry.getKey(), entry.getValue()))) {
			throw new StartRefusal("The H2 file was built by other migrations than this program's: run move-up with "
					+ "the version that wrote it.");
		}
	}

	/**
	 * Refuses a target that a newer program has built.
	 * @param target what the target has had
	 */
	void refuseOtherSchema(Versions target) {
		if (!this.applied.keySet().equals(target.applied.keySet())) {
			throw new StartRefusal("The database at spring.datasource.url has a schema of another version than this "
					+ "program's: name an empty one.");
		}
	}

	private boolean sameChecksum(MigrationVersion version, @Nullable Integer checksum) {
		return Objects.equals(this.applied.get(version), checksum);
	}

}
