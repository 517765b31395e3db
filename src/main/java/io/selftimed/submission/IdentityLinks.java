package io.selftimed.submission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.selftimed.race.Event;
import io.selftimed.security.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links by which runners show who they are: for 30 minutes, once, and only by pressing a
 * button, as mail scanners follow links.
 */
@Repository
class IdentityLinks {

	static final Duration VALID = Duration.ofMinutes(30);

	/** So many bibs of one address are offered at most. */
	private static final int MOST = 20;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final KeyedHash hash;

	private final SubmissionKeys keys;

	private final InstantSource time;

	IdentityLinks(JdbcClient jdbc, TransactionOperations transactions, KeyedHash hash, SubmissionKeys keys,
			InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.hash = hash;
		this.keys = keys;
		this.time = time;
	}

	/**
	 * Makes a link for everybody with a bib whose address on the roster this is.
	 * @return the path of the link, empty if nobody has the address
	 */
	Optional<String> make(long eventId, String address) {
		List<String> participants = this.jdbc.sql("""
				select id from participant
				where event_id = :event and bib is not null and lower(email) = :address
				order by bib, id fetch first :most rows only
				""")
			.param("event", eventId)
			.param("address", address)
			.param("most", MOST)
			.query((row, number) -> row.getString(1))
			.list();
		if (participants.isEmpty()) {
			return Optional.empty();
		}
		String token = this.keys.next();
		this.jdbc.sql("""
				insert into identity_link (token_hash, event_id, participants, until)
				values (:token, :event, :participants, :until)
				""")
			.param("token", hex(this.hash.of("identity-link", bytes(token))))
			.param("event", eventId)
			.param("participants", String.join(",", participants))
			.param("until", utc(this.time.instant().plus(VALID)))
			.update();
		return Optional.of("/events/" + slug(eventId) + "/link/" + token);
	}

	private String slug(long eventId) {
		return this.jdbc.sql("select slug from event where event_id = :event")
			.param("event", eventId)
			.query(String.class)
			.single();
	}

	/** Whether a link may still be used. */
	boolean isOpen(Event event, String token) {
		return !find(event, token, "").isEmpty();
	}

	/**
	 * Uses a link up.
	 * @return the runners it stands for, with their bibs; empty if it was used, is over
	 * or belongs to another event
	 */
	List<LinkedRunner> use(Event event, String token) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			List<String> found = find(event, token, " for update");
			this.jdbc.sql("update identity_link set used_at = :now where token_hash in (:tokens)")
				.param("now", utc(this.time.instant()))
				.param("tokens", tokens(token))
				.update();
			return found.isEmpty() ? List.of() : runners(found.getFirst());
		}));
	}

	/** Throws away what ended before a moment. */
	void forget(OffsetDateTime before) {
		this.jdbc.sql("delete from identity_link where until < :before").param("before", before).update();
	}

	private List<String> find(Event event, String token, String locking) {
		return this.jdbc.sql("""
				select participants from identity_link where token_hash in (:tokens) and event_id = :event
					and used_at is null and until > :now""" + locking)
			.param("tokens", tokens(token))
			.param("event", event.eventId())
			.param("now", utc(this.time.instant()))
			.query((row, number) -> row.getString(1))
			.list();
	}

	private List<LinkedRunner> runners(String participants) {
		List<Long> ids = Stream.of(participants.split(",")).map(Long::valueOf).toList();
		return this.jdbc.sql("""
				select id, bib, first_name, last_name from participant where id in (:ids) and bib is not null
				order by bib, id
				""")
			.param("ids", ids)
			.query((row, number) -> new LinkedRunner(row.getLong("id"), row.getLong("bib"),
					Stream.of(initial(row.getString("first_name")), initial(row.getString("last_name")))
						.collect(Collectors.joining(" "))
						.strip()))
			.list();
	}

	private static String initial(@Nullable String name) {
		return (name == null || name.isBlank()) ? "" : Character.toString(name.strip().codePointAt(0)) + ".";
	}

	private List<String> tokens(String token) {
		return this.hash.candidates("identity-link", bytes(token)).stream().map(IdentityLinks::hex).toList();
	}

	private static byte[] bytes(String token) {
		return token.getBytes(StandardCharsets.UTF_8);
	}

	private static String hex(byte[] hash) {
		return HexFormat.of().formatHex(hash);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A runner whom a link stands for.
	 *
	 * @param participantId our id on the roster
	 * @param bib the bib
	 * @param initials such as {@code A. M.}, so that a family can tell its bibs apart
	 */
	record LinkedRunner(long participantId, long bib, String initials) {

	}

}
