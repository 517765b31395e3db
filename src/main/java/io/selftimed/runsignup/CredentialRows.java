package io.selftimed.runsignup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.selftimed.runsignup.CredentialRow.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code credential}. Knows neither keys nor rules; transactions are its
 * callers'.
 */
@Repository
class CredentialRows {

	private final JdbcClient jdbc;

	CredentialRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Rows are made under this lock, so that two at once make one. */
	void lockInstallation() {
		this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
	}

	Optional<CredentialRow> find(long subject) {
		return find(subject, "");
	}

	Optional<CredentialRow> lock(long subject) {
		return find(subject, " for update");
	}

	/** The row of a race, or the default's if it has none. */
	Optional<CredentialRow> forRace(long raceId) {
		return this.jdbc.sql("""
				select * from credential where subject in (:race, 0) order by subject desc fetch first 1 rows only
				""").param("race", raceId).query(CredentialRows::row).optional();
	}

	private Optional<CredentialRow> find(long subject, String ending) {
		return this.jdbc.sql("select * from credential where subject = :subject" + ending)
			.param("subject", subject)
			.query(CredentialRows::row)
			.optional();
	}

	void insert(CredentialRow row) {
		this.jdbc.sql("""
				insert into credential (subject, race_id, id, version, kind, api_key, secret, refresh_token, client_id,
					client_secret, access_token_expires_at, refresh_at, entered_at, settings_hash)
				values (:subject, :race, :id, :version, :kind, :key, :secret, :refreshToken, :clientId, :clientSecret,
					:expiresAt, :refreshAt, :enteredAt, :settingsHash)
				""")
			.param("subject", row.subject())
			.param("race", row.raceId(), Types.BIGINT)
			.param("id", row.id())
			.param("version", row.version())
			.param("kind", row.kind().propertyName())
			.param("key", row.secrets().apiKey(), Types.VARCHAR)
			.param("secret", row.secrets().secret())
			.param("refreshToken", row.secrets().refreshToken(), Types.VARCHAR)
			.param("clientId", row.secrets().clientId(), Types.VARCHAR)
			.param("clientSecret", row.secrets().clientSecret(), Types.VARCHAR)
			.param("expiresAt", utc(row.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("refreshAt", utc(row.refreshAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("enteredAt", utc(row.enteredAt()))
			.param("settingsHash", row.settingsHash(), Types.VARCHAR)
			.update();
	}

	void delete(CredentialRow row) {
		this.jdbc.sql("delete from credential where id = :id").param("id", row.id()).update();
	}

	/**
	 * Writes the same secrets sealed anew, unless the row changed meanwhile. What is kept
	 * stays the same, so the version does too.
	 */
	void sealAgain(CredentialRow row, Secrets secrets) {
		this.jdbc.sql("""
				update credential set api_key = :key, secret = :secret, refresh_token = :refreshToken,
					client_id = :clientId, client_secret = :clientSecret
				where id = :id and version = :version
				""")
			.param("key", secrets.apiKey(), Types.VARCHAR)
			.param("secret", secrets.secret())
			.param("refreshToken", secrets.refreshToken(), Types.VARCHAR)
			.param("clientId", secrets.clientId(), Types.VARCHAR)
			.param("clientSecret", secrets.clientSecret(), Types.VARCHAR)
			.param("id", row.id())
			.param("version", row.version())
			.update();
	}

	/** Marks a row that is locked: somebody fetches new tokens. Raises its version. */
	void beginRefresh(CredentialRow row, Instant until) {
		this.jdbc.sql("update credential set refreshing_until = :until, version = version + 1 where id = :id")
			.param("until", utc(until))
			.param("id", row.id())
			.update();
	}

	/**
	 * Writes new tokens over those of a version. Raises it.
	 * @return false if the row is another by now
	 */
	boolean writeTokens(CredentialRow row, Secrets secrets, Instant expiresAt, Instant refreshAt, Instant now) {
		return this.jdbc.sql("""
				update credential set secret = :secret, refresh_token = :refreshToken, client_id = :clientId,
					client_secret = :clientSecret, access_token_expires_at = :expiresAt, refresh_at = :refreshAt,
					refreshing_until = null, refused_at = null, tokens_changed_at = :now, version = version + 1
				where id = :id and version = :version
				""")
			.param("secret", secrets.secret())
			.param("refreshToken", secrets.refreshToken(), Types.VARCHAR)
			.param("clientId", secrets.clientId(), Types.VARCHAR)
			.param("clientSecret", secrets.clientSecret(), Types.VARCHAR)
			.param("expiresAt", utc(expiresAt))
			.param("refreshAt", utc(refreshAt))
			.param("now", utc(now))
			.param("id", row.id())
			.param("version", row.version())
			.update() == 1;
	}

	/** Ends a refresh that brought nothing. */
	void endRefresh(CredentialRow row, Instant again, @Nullable Instant refusedAt) {
		this.jdbc.sql("""
				update credential set refreshing_until = null, refresh_at = :again, refused_at = :refused
				where id = :id and version = :version
				""")
			.param("again", utc(again))
			.param("refused", utc(refusedAt), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("id", row.id())
			.param("version", row.version())
			.update();
	}

	/** Ends the access token of a row that is locked: new tokens are due. */
	void endToken(CredentialRow row, Instant now) {
		this.jdbc.sql("""
				update credential set access_token_expires_at = :now, refresh_at = :now where id = :id
				""").param("now", utc(now)).param("id", row.id()).update();
	}

	private static CredentialRow row(ResultSet row, int number) throws SQLException {
		return new CredentialRow(row.getLong("subject"), row.getString("id"), row.getInt("version"),
				CredentialKind.named(row.getString("kind")).orElseThrow(), secrets(row),
				instant(row, "access_token_expires_at"), instant(row, "refresh_at"), instant(row, "refreshing_until"),
				instant(row, "refused_at"), row.getObject("entered_at", OffsetDateTime.class).toInstant(),
				instant(row, "tokens_changed_at"), row.getString("settings_hash"));
	}

	private static Secrets secrets(ResultSet row) throws SQLException {
		return new Secrets(row.getString("api_key"), row.getString("secret"), row.getString("refresh_token"),
				row.getString("client_id"), row.getString("client_secret"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
