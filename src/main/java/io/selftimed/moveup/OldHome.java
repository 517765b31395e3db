package io.selftimed.moveup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.selftimed.StartRefusal;

/**
 * The H2 file that is moved from. It is opened for reading only, so that it stays what it
 * was, and so that nobody else can write to it meanwhile.
 *
 * @param folder the data folder
 * @param username the file's user
 * @param password the user's password
 */
record OldHome(Path folder, String username, String password) {

	/** Rows are read as they come, however many there are; H2 writes no log beside it. */
	private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
			+ ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1;TRACE_LEVEL_FILE=0";

	private static final int IN_USE = 90020;

	private static final int WRONG_USER = 28000;

	/**
	 * Opens the file.
	 * @throws StartRefusal if there is none, or it cannot be read
	 */
	Connection open() {
		Path file = file();
		if (!Files.exists(file)) {
			throw new StartRefusal(missing());
		}
		if (!Files.isReadable(file)) {
			throw new StartRefusal(file + " cannot be read by this user: run move-up as the user that runs Selftimed.");
		}
		try {
			String name = file.toString().replaceFirst("\\.mv\\.db$", "");
			return DriverManager.getConnection("jdbc:h2:file:" + name + SETTINGS, this.username, this.password);
		}
		catch (SQLException ex) {
			throw new StartRefusal(unreadable(file, ex.getErrorCode()));
		}
	}

	Path file() {
		return this.folder.toAbsolutePath().normalize().resolve("selftimed.mv.db");
	}

	/**
	 * Demo data is moved only where demo data is wanted, for a rehearsal.
	 * @throws StartRefusal if there is some and none is wanted
	 */
	void refuseDemo(Connection source, boolean wanted) throws SQLException {
		try (Statement statement = source.createStatement();
				ResultSet demo = statement.executeQuery("select count(*) from race where demo = true")) {
			if (demo.next() && demo.getLong(1) > 0 && !wanted) {
				throw new StartRefusal(file() + " holds demo data, and production serves real races only: name the "
						+ "data folder of a production, or add profile demo to rehearse.");
			}
		}
	}

	private String missing() {
		Path folder = this.folder.toAbsolutePath().normalize();
		if (Files.exists(folder.resolve("sandbox.mv.db"))) {
			return folder + " holds a sandbox, whose data is made up: name the data folder of a production with "
					+ "--selftimed.move-up.from.";
		}
		return "There is no selftimed.mv.db in " + folder + ": name the data folder of the installation that is moved "
				+ "with --selftimed.move-up.from.";
	}

	private static String unreadable(Path file, int code) {
		return switch (code) {
			case IN_USE -> file + " is in use by a Selftimed that runs: stop it, and leave it stopped.";
			case WRONG_USER -> file + " was made for another user than selftimed without password: set "
					+ "SELFTIMED_MOVEUP_USERNAME and SELFTIMED_MOVEUP_PASSWORD in the environment.";
			default -> file + " cannot be read as an H2 database (H2 says " + code
					+ "): restore a backup of it and move that.";
		};
	}

}
