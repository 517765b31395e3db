package io.selftimed.runsignup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.selftimed.runsignup.Connections.Wish;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code connection_wish}. Knows neither keys nor rules.
 */
@Repository
class WishRows {

	private static final String OPEN = """
			from connection_wish where state_hash in (:states) and session_hash in (:sessions) and until > :now
				and closed = false
			""";

	private static final String WAITING = """
			select id, race_id, version, opening_id, access_token, refresh_token, expires_at from connection_wish
			where %s and access_token is not null and until > :now
			order by until desc fetch first 1 rows only
			""";

	private final JdbcClient jdbc;

	WishRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Deletes what is over. */
	void sweep(Instant now) {
		this.jdbc.sql("delete from connection_wish where until <= :now").param("now", utc(now)).update();
	}

	void insert(Wish wish, String stateHash, String sessionHash, Instant until) {
		this.jdbc.sql("""
				insert into connection_wish (id, state_hash, session_hash, race_id, version, opening_id, until)
				values (:id, :state, :session, :race, :version, :opening, :until)
				""")
			.param("id", wish.id())
			.param("state", stateHash)
			.param("session", sessionHash)
			.param("race", wish.raceId(), Types.BIGINT)
			.param("version", wish.version())
			.param("opening", wish.opening(), Types.VARCHAR)
			.param("until", utc(until))
			.update();
	}

	Optional<Wish> open(List<String> stateHashes, List<String> sessionHashes, Instant now) {
		return this.jdbc.sql("select id, race_id, version, opening_id " + OPEN)
			.param("states", stateHashes)
			.param("sessions", sessionHashes)
			.param("now", utc(now))
			.query(WishRows::wish)
			.optional();
	}

	/** Closes a wish; of two at once only one does. */
	boolean close(Wish wish) {
		return this.jdbc.sql("update connection_wish set closed = true where id = :id and closed = false")
			.param("id", wish.id())
			.update() == 1;
	}

	void keep(Wish wish, SealedTokens tokens, Instant until) {
		this.jdbc.sql("""
				update connection_wish set access_token = :access, refresh_token = :refresh, expires_at = :expires,
					until = :until
				where id = :id
				""")
			.param("access", tokens.accessToken())
			.param("refresh", tokens.refreshToken(), Types.VARCHAR)
			.param("expires", utc(tokens.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("until", utc(until))
			.param("id", wish.id())
			.update();
	}

	/** The newest wish with tokens of a race that is open here, or of the default. */
	Optional<Waiting> waiting(@Nullable Long raceId, Instant now) {
		return waiting(this.jdbc
			.sql(WAITING.formatted(
					(raceId != null) ? "race_id = :race and opening_id is null" : "race_id is null and :race is null"))
			.param("race", raceId, Types.BIGINT), now);
	}

	/** The newest wish with tokens of an opening. */
	Optional<Waiting> waitingFor(String opening, Instant now) {
		return waiting(this.jdbc.sql(WAITING.formatted("opening_id = :opening")).param("opening", opening), now);
	}

	private static Optional<Waiting> waiting(JdbcClient.StatementSpec statement, Instant now) {
		return statement.param("now", utc(now))
			.query((row, number) -> new Waiting(wish(row, number),
					new SealedTokens(row.getString("access_token"), row.getString("refresh_token"),
							instant(row, "expires_at"))))
			.optional();
	}

	void delete(Wish wish) {
		this.jdbc.sql("delete from connection_wish where id = :id").param("id", wish.id()).update();
	}

	void deleteOpening(String opening) {
		this.jdbc.sql("delete from connection_wish where opening_id = :opening").param("opening", opening).update();
	}

	private static Wish wish(ResultSet row, int number) throws SQLException {
		return new Wish(row.getString("id"), row.getObject("race_id", Long.class), row.getInt("version"),
				row.getString("opening_id"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	/**
	 * Tokens, encrypted.
	 */
	record SealedTokens(String accessToken, @Nullable String refreshToken, @Nullable Instant expiresAt) {

		@Override
		public String toString() {
			return "SealedTokens[****]";
		}

	}

	/**
	 * A wish whose tokens wait.
	 */
	record Waiting(Wish wish, SealedTokens tokens) {
	}

}
