package io.selftimed.submission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.selftimed.race.Event;
import io.selftimed.security.ClientAddress;
import io.selftimed.security.KeyedHash;
import io.selftimed.security.SecretBox;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Wishes for a link by e-mail. Asking writes down the wish and looks at no roster, so
 * that answer and work are the same for every address; a moment later the wish is
 * answered where the address is known, and forgotten where it is not.
 */
@Repository
class LinkRequests {

	/** How many links an address may be sent within an hour. */
	static final int AN_HOUR = 3;

	/**
	 * How many links may be asked for from one client's address within an hour: far more
	 * than a race-day network asks for, few enough that nobody fills the table.
	 */
	static final int OF_A_CLIENT = 500;

	private static final Duration KEPT = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final IdentityLinks links;

	private final KeyedHash hash;

	private final ClientAddress client;

	private final SecretBox box;

	private final ApplicationEventPublisher publisher;

	private final InstantSource time;

	LinkRequests(JdbcClient jdbc, TransactionOperations transactions, IdentityLinks links, KeyedHash hash,
			ClientAddress client, SecretBox box, ApplicationEventPublisher publisher, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.links = links;
		this.hash = hash;
		this.client = client;
		this.box = box;
		this.publisher = publisher;
		this.time = time;
	}

	/**
	 * Writes down that somebody wants a link. Past three in an hour for an address, or
	 * {@link #OF_A_CLIENT} from one client's, nothing is written.
	 * @param address any address
	 */
	void ask(Event event, String address, String language) {
		Instant now = this.time.instant();
		String known = address.strip().toLowerCase(Locale.ROOT);
		List<String> hashes = hashes(known);
		int lately = this.jdbc.sql("select count(*) from link_request where address_hash in (:hashes) and at > :since")
			.param("hashes", hashes)
			.param("since", utc(now.minus(Duration.ofHours(1))))
			.query(Integer.class)
			.single();
		String asker = asker();
		if (lately < AN_HOUR && ofClient(asker, now) < OF_A_CLIENT) {
			this.jdbc.sql("""
					insert into link_request (event_id, address_hash, sealed_address, language, at, asker_hash)
					values (:event, :hash, :sealed, :language, :now, :asker)
					""")
				.param("event", event.eventId())
				.param("hash", hashes.getFirst())
				.param("sealed", this.box.seal(place(hashes.getFirst()), known))
				.param("language", language)
				.param("now", utc(now))
				.param("asker", asker)
				.update();
		}
	}

	private int ofClient(String asker, Instant now) {
		return this.jdbc.sql("""
				select count(*) from (select 1 as one from link_request where asker_hash = :asker and at > :since
					fetch first :most rows only) lately
				""")
			.param("asker", asker)
			.param("since", utc(now.minus(Duration.ofHours(1))))
			.param("most", OF_A_CLIENT)
			.query(Integer.class)
			.single();
	}

	private String asker() {
		return HexFormat.of()
			.formatHex(this.hash.of("link-asker", this.client.current().getBytes(StandardCharsets.UTF_8)));
	}

	/** Answers all that waits, and throws away what is old. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void answerAll() {
		while (answerOne()) {
			continue;
		}
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		OffsetDateTime before = utc(this.time.instant().minus(KEPT));
		this.jdbc.sql("delete from link_request where at < :before").param("before", before).update();
		this.links.forget(before);
	}

	private boolean answerOne() {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			List<Wish> wishes = this.jdbc.sql("""
					select id, event_id, address_hash, sealed_address, language from link_request
					where sealed_address is not null order by id fetch first 1 rows only for update skip locked
					""")
				.query((row, number) -> new Wish(row.getLong("id"), row.getLong("event_id"),
						row.getString("address_hash"), row.getString("sealed_address"), row.getString("language")))
				.list();
			wishes.forEach(this::answer);
			return !wishes.isEmpty();
		}));
	}

	private void answer(Wish wish) {
		this.jdbc.sql("update link_request set sealed_address = null where id = :id").param("id", wish.id()).update();
		if (this.box.open(place(wish.hash()), wish.sealed()) instanceof SecretBox.Opened.Readable readable) {
			this.links.make(wish.eventId(), readable.secret())
				.ifPresent((path) -> this.publisher
					.publishEvent(new LinkReady(readable.secret(), wish.eventId(), path, wish.language())));
		}
	}

	private List<String> hashes(String address) {
		return this.hash.candidates("link-address", address.getBytes(StandardCharsets.UTF_8))
			.stream()
			.map(HexFormat.of()::formatHex)
			.toList();
	}

	private static String place(String hash) {
		return "link_request/" + hash + "/sealed_address";
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** A wish that waits. */
	private record Wish(long id, long eventId, String hash, String sealed, String language) {
	}

}
