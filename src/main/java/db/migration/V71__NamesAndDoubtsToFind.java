package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Adds what lists are searched by, computed by the database itself, so that whoever
 * writes a name or a doubt need not know of it. PostgreSQL wants to be told that the
 * column is stored and how it sorts; H2 wants neither said.
 */
public class V71__NamesAndDoubtsToFind extends BaseJavaMigration {

	private static final String LETTERS = "ÀÁÂÃÄÅĀĂĄàáâãäåāăąÇĆČçćčĎĐÐďđðÈÉÊËĒĘĚèéêëēęěĞğÌÍÎÏĪİìíîïīıŁłÑŃŇñńňÒÓÔÕÖØŌŐòóôõöøōőŘřŚŞŠśşšŤťÙÚÛÜŪŮŰùúûüūůűÝŸýÿŹŻŽźżž";

	private static final String PLAIN = "aaaaaaaaaaaaaaaaaaccccccddddddeeeeeeeeeeeeeeggiiiiiiiiiiiillnnnnnnoooooooooooooooorrssssssttuuuuuuuuuuuuuuyyyyzzzzzz";

	private static final List<String> DROPPED = List.of(" ", "-", ".", "''", "’", "`", "´");

	@Override
	public void migrate(Context context) throws SQLException {
		boolean postgres = context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
		try (Statement statement = context.getConnection().createStatement()) {
			for (String sql : statements(postgres ? " collate \"C\"" : "", postgres ? " stored" : "")) {
				statement.execute(sql);
			}
		}
	}

	private static List<String> statements(String collation, String stored) {
		String key = "lower(translate(last_name, '%s', '%s'))".formatted(LETTERS, PLAIN);
		for (String dropped : DROPPED) {
			key = "replace(%s, '%s', '')".formatted(key, dropped);
		}
		return List.of(
				"alter table participant add column name_key varchar(100)%s generated always as (%s)%s"
					.formatted(collation, key, stored),
				"create index participant_by_name on participant (event_id, name_key, id)",
				"alter table submission add column doubtful boolean generated always as (doubts <> '')%s"
					.formatted(stored),
				"create index submission_by_doubt on submission (event_id, doubtful, id)");
	}

}
