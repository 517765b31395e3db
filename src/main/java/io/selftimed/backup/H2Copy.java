package io.selftimed.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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
