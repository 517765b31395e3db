package io.selftimed.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/**
 * One consistent copy of the H2 file, made by H2 itself while it is in use.
 */
@Component
class H2Copy {

	private final DataSource dataSource;

	H2Copy(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/** Whether the database is a file of H2's; no other is copied. */
	boolean isPossible() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			String url = connection.getMetaData().getURL();
			return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
		}
	}

	/** The size of the file: a copy of it, compressed, is no larger. */
	long size() throws SQLException, IOException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet path = statement.executeQuery("call database_path()")) {
			return path.next() ? Files.size(Path.of(path.getString(1) + ".mv.db")) : 0;
		}
	}

	/**
	 * Copies the database as it is at this moment.
	 * @param zip the file to make, in a folder that is there
	 */
	void writeTo(Path zip) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement backup = connection.prepareStatement("backup to ?")) {
			backup.setString(1, zip.toAbsolutePath().toString());
			backup.execute();
		}
	}

}
