package io.selftimed.sandbox.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails that Selftimed wrote for the demo's race. Where RunSignup is simulated none
 * leaves: here they are read.
 */
@Repository
@Profile("simulator & demo")
class MailBox {

	private static final int SHOWN = 30;

	private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

	private final JdbcClient jdbc;

	MailBox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last mails, newest first. */
	List<ShownMail> newest() {
		return this.jdbc.sql("""
				select m.created_at, m.recipient, m.subject, m.body from mail m
					left join race r on r.race_id = m.race_id
				where m.race_id is null or r.demo
				order by m.id desc fetch first :shown rows only
				""").param("shown", SHOWN).query(MailBox::mail).list();
	}

	private static ShownMail mail(ResultSet row, int number) throws SQLException {
		return new ShownMail(row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("recipient"),
				row.getString("subject"), row.getString("body"));
	}

	/**
	 * A mail as the console shows it.
	 *
	 * @param at when it was written
	 * @param recipient whom it is for
	 * @param subject its subject
	 * @param text its text
	 */
	record ShownMail(Instant at, String recipient, String subject, String text) {

		/** Where its links lead. */
		public List<String> links() {
			return LINK.matcher(this.text).results().map(MatchResult::group).toList();
		}

		/** When it was written, for people. */
		public String written() {
			return ConsoleCall.read(this.at);
		}

	}

}
