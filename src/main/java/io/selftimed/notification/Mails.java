package io.selftimed.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.selftimed.security.OrganizerAddresses;
import io.selftimed.security.PublicUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The mails in the table {@code mail}. Whoever sends one holds a lease on it, which is
 * its next try; a try that was never written down is made again.
 */
@Repository
class Mails {

	/** Longer than the mail server's time-outs together. */
	static final Duration LEASE = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final OrganizerAddresses organizers;

	private final MailServer server;

	private final PublicUrl publicUrl;

	private final InstantSource time;

	Mails(JdbcClient jdbc, TransactionOperations transactions, OrganizerAddresses organizers, MailServer server,
			PublicUrl publicUrl, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.organizers = organizers;
		this.server = server;
		this.publicUrl = publicUrl;
		this.time = time;
	}

	/**
	 * Writes a letter down for each organizer of a race. Where there is no mail server,
	 * it is kept and never sent. Call it in the transaction that writes down that the
	 * race was told.
	 * @param raceId RunSignup's id of the race
	 * @param letter what it says
	 */
	void write(long raceId, Letter letter) {
		this.organizers.of(raceId).forEach((recipient) -> write(raceId, recipient, letter));
	}

	/**
	 * Writes a letter down for one address. Where there is no mail server, it is kept and
	 * never sent.
	 * @param raceId RunSignup's id of the race it is about, null if it is about none
	 * @param recipient the address
	 * @param letter what it says
	 */
	void write(@Nullable Long raceId, String recipient, Letter letter) {
		OffsetDateTime now = utc(this.time.instant());
		this.jdbc.sql("""
				insert into mail (race_id, recipient, subject, body, html, stop_url, created_at, state, next_try_at,
					message_id)
				values (:race, :recipient, :subject, :body, :html, :stop, :now, :state, :next, :message)
				""")
			.param("race", raceId, Types.BIGINT)
			.param("recipient", recipient)
			.param("subject", letter.subject())
			.param("body", letter.text())
			.param("html", letter.html(), Types.VARCHAR)
			.param("stop", letter.stopUrl(), Types.VARCHAR)
			.param("now", now)
			.param("state", this.server.isThere() ? "waiting" : "unsent")
			.param("next", this.server.isThere() ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("message", "<" + UUID.randomUUID() + "@" + this.publicUrl.host() + ">")
			.update();
	}

	/** Takes the mail that is due longest, for {@link #LEASE}; empty if none is. */
	Optional<Mail> take() {
		OffsetDateTime now = utc(this.time.instant());
		return anyDue(now) ? Objects.requireNonNull(this.transactions.execute((status) -> lock(now).map((id) -> {
			this.jdbc.sql("update mail set tries = tries + 1, next_try_at = :lease where id = :id")
				.param("lease", now.plus(LEASE))
				.param("id", id)
				.update();
			return read(id);
		}))) : Optional.empty();
	}

	private boolean anyDue(OffsetDateTime now) {
		return !this.jdbc.sql("select id from mail where next_try_at <= :now fetch first 1 rows only")
			.param("now", now)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	private Optional<Long> lock(OffsetDateTime now) {
		return this.jdbc.sql("""
				select id from mail where next_try_at <= :now
				order by next_try_at, id fetch first 1 rows only for update skip locked
				""").param("now", now).query(Long.class).optional();
	}

	private Mail read(long id) {
		return this.jdbc.sql("select * from mail where id = :id").param("id", id).query(Mails::mail).single();
	}

	private static Mail mail(ResultSet row, int number) throws SQLException {
		return new Mail(row.getLong("id"), row.getInt("tries"), row.getString("recipient"),
				new Letter(row.getString("subject"), row.getString("body"), row.getString("html"),
						row.getString("stop_url")),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("message_id"));
	}

	/** The mail server has it. */
	void sent(Mail mail) {
		end(mail, "sent", null, null);
	}

	/** It is tried again. */
	void delay(Mail mail, Instant next, String error) {
		end(mail, "waiting", next, error);
	}

	/** It is not tried again. */
	void giveUp(Mail mail, String error) {
		end(mail, "failed", null, error);
	}

	/** Who lost the lease changes nothing, unless the mail is sent: that is for good. */
	private void end(Mail mail, String state, @Nullable Instant next, @Nullable String error) {
		this.jdbc.sql("""
				update mail set state = :state, next_try_at = :next, last_error = :error,
					sent_at = case when :sent then :now end
				where id = :id and state = 'waiting' and (tries = :tries or :sent)
				""")
			.param("state", state)
			.param("next", (next != null) ? utc(next) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("error", (error != null) ? Letter.line(error, 200) : null, Types.VARCHAR)
			.param("sent", state.equals("sent"))
			.param("now", utc(this.time.instant()))
			.param("id", mail.id())
			.param("tries", mail.tries())
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
