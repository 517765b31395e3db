package io.selftimed.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What races were told of, in the table {@code notice}.
 */
@Repository
class Notices {

	/** About the race as a whole: told again and again, without an end. */
	private static final String RACE = "race";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	Notices(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/** Tells something while no other replica tells anything. */
	void alone(Runnable telling) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
			telling.run();
		});
	}

	/** The troubles that were told of and whose end was not. */
	List<Notice> open() {
		return this.jdbc.sql("""
				select id, race_id, about, cause, since from notice
				where ended_at is null and about <> 'race' order by id
				""").query(Notices::notice).list();
	}

	private static Notice notice(ResultSet row, int number) throws SQLException {
		return new Notice(row.getLong("id"), row.getLong("race_id"), row.getString("about"), row.getString("cause"),
				row.getObject("since", OffsetDateTime.class).toInstant());
	}

	/** A race was told of a trouble. */
	void told(long raceId, String about, String cause, Instant since, Instant now) {
		this.jdbc.sql("""
				insert into notice (race_id, about, cause, since, told_at)
				values (:race, :about, :cause, :since, :now)
				""")
			.param("race", raceId)
			.param("about", about)
			.param("cause", cause)
			.param("since", utc(since))
			.param("now", utc(now))
			.update();
	}

	/** A race was told that a trouble is over. */
	void ended(Notice notice, Instant now) {
		this.jdbc.sql("update notice set ended_at = :now where id = :id")
			.param("now", utc(now))
			.param("id", notice.id())
			.update();
	}

	/** When a race was last told of a thing that recurs, empty if never. */
	Optional<Instant> lastTold(long raceId, String cause) {
		return this.jdbc.sql("select told_at from notice where race_id = :race and about = 'race' and cause = :cause")
			.param("race", raceId)
			.param("cause", cause)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/** A race was told, or had to be told, of a thing that recurs: one row is enough. */
	void toldAgain(long raceId, String cause, Instant since, Instant now) {
		int known = this.jdbc
			.sql("update notice set since = :since, told_at = :now where race_id = :race and about = 'race'"
					+ " and cause = :cause")
			.param("since", utc(since))
			.param("now", utc(now))
			.param("race", raceId)
			.param("cause", cause)
			.update();
		if (known == 0) {
			told(raceId, RACE, cause, since, now);
		}
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * What a race was told of.
	 *
	 * @param id our id
	 * @param raceId RunSignup's id of the race
	 * @param about what is in trouble
	 * @param cause why
	 * @param since since when
	 */
	record Notice(long id, long raceId, String about, String cause, Instant since) {
	}

}
