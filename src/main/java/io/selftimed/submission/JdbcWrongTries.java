package io.selftimed.submission;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.selftimed.security.ClientAddress;
import io.selftimed.security.KeyedHash;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Counts wrong tries in the table {@code wrong_try}, for all replicas together. An
 * address is kept as a keyed hash, and every try for a day only.
 */
@Repository
class JdbcWrongTries implements WrongTries {

	private final JdbcClient jdbc;

	private final KeyedHash hash;

	private final ClientAddress client;

	private final InstantSource time;

	JdbcWrongTries(JdbcClient jdbc, KeyedHash hash, ClientAddress client, InstantSource time) {
		this.jdbc = jdbc;
		this.hash = hash;
		this.client = client;
		this.time = time;
	}

	@Override
	public Standing standing(long eventId, long bib) {
		Instant now = this.time.instant();
		List<Instant> fromHere = fromHere(now);
		Instant freeAgain = (fromHere.size() < FROM_ADDRESS) ? now : fromHere.getLast().plus(HOUR);
		return this.jdbc
			.sql("""
					select count(*) as of_bib, coalesce(sum(case when address_hash = :address then 1 else 0 end), 0) as from_here
					from wrong_try where event_id = :event and bib = :bib and at > :since
					""")
			.param("address", address())
			.param("event", eventId)
			.param("bib", bib)
			.param("since", utc(now.minus(DAY)))
			.query((row, number) -> new Standing(row.getInt("of_bib"), row.getInt("from_here"), fromHere.size(),
					freeAgain))
			.single();
	}

	/** The last tries from this address, newest first, no more than its limit. */
	private List<Instant> fromHere(Instant now) {
		return this.jdbc.sql("""
				select at from wrong_try where address_hash = :address and at > :since
				order by at desc fetch first :limit rows only
				""")
			.param("address", address())
			.param("since", utc(now.minus(HOUR)))
			.param("limit", FROM_ADDRESS)
			.query(JdbcWrongTries::moment)
			.list();
	}

	@Override
	public void count(long eventId, long bib) {
		this.jdbc.sql("insert into wrong_try (event_id, bib, address_hash, at) values (:event, :bib, :address, :now)")
			.param("event", eventId)
			.param("bib", bib)
			.param("address", address())
			.param("now", utc(this.time.instant()))
			.update();
	}

	/** Forgets tries that count no more; any number of replicas may. */
	@Scheduled(initialDelay = 10, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.jdbc.sql("delete from wrong_try where at <= :before")
			.param("before", utc(this.time.instant().minus(DAY)))
			.update();
	}

	private String address() {
		return HexFormat.of()
			.formatHex(this.hash.of("client-address", this.client.current().getBytes(StandardCharsets.UTF_8)));
	}

	private static Instant moment(ResultSet row, int number) throws SQLException {
		return row.getObject(1, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
