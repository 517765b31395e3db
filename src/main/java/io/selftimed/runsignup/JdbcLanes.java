package io.selftimed.runsignup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

import io.selftimed.StartRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The lanes in the table {@code call_lane}. While calls are held back by a setting there
 * is none, so that nothing is called, by whomever.
 */
@Repository
class JdbcLanes implements Lanes, ReadTurns {

	private static final Logger log = LoggerFactory.getLogger(JdbcLanes.class);

	private static final String FREE = """
			select lane, fence from call_lane where holder is null or held_until <= :now
			order by lane fetch first 1 rows only for update skip locked
			""";

	private static final String FREE_FOR_DELIVERIES = """
			select lane, fence from call_lane where (holder is null or held_until <= :now)
				and (turns < 9 or not exists (select 1 from waiting_read w where w.until > :now))
			order by lane fetch first 1 rows only for update skip locked
			""";

	private static final Duration MARGIN = Duration.ofSeconds(10);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final InstantSource time;

	private final Duration callDeadline;

	private final LongSupplier nanoTime;

	private final boolean held;

	@Autowired
	JdbcLanes(JdbcClient jdbc, TransactionOperations transactions, InstantSource time, RunSignupSettings settings,
			HoldSettings hold) {
		this(jdbc, transactions, time, settings, hold, System::nanoTime);
	}

	JdbcLanes(JdbcClient jdbc, TransactionOperations transactions, InstantSource time, RunSignupSettings settings,
			HoldSettings hold, LongSupplier nanoTime) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.time = time;
		this.callDeadline = settings.callDeadline();
		this.nanoTime = nanoTime;
		this.held = hold.hold();
		if (!this.callDeadline.isPositive() || this.callDeadline.compareTo(Duration.ofMinutes(10)) > 0) {
			throw new StartRefusal("selftimed.runsignup.call-deadline is not within 1ms and 10m: set it to 30s.");
		}
	}

	@Override
	public Optional<Lane> take(Duration grace) {
		return take(grace, FREE_FOR_DELIVERIES, "turns + 1");
	}

	@Override
	public Optional<Lane> takeForRead(Duration grace) {
		return take(grace, FREE, "0");
	}

	@Override
	public void announce(String id, Duration patience) {
		this.transactions.executeWithoutResult((status) -> {
			Instant now = this.time.instant();
			this.jdbc.sql("delete from waiting_read where until <= :now").param("now", utc(now)).update();
			this.jdbc.sql("insert into waiting_read (id, until) values (:id, :until)")
				.param("id", id)
				.param("until", utc(now.plus(patience)))
				.update();
		});
	}

	@Override
	public void leave(String id) {
		this.jdbc.sql("delete from waiting_read where id = :id").param("id", id).update();
	}

	@Override
	public boolean areHeldBack() {
		return this.held;
	}

	private Optional<Lane> take(Duration grace, String free, String turns) {
		if (this.held) {
			return Optional.empty();
		}
		Duration lease = this.callDeadline.plus(grace).plus(MARGIN);
		// Read before the database's clock, so that the lane ends here before it ends
		// there.
		long taken = this.nanoTime.getAsLong();
		Optional<Held> held = Objects.requireNonNull(this.transactions.execute((status) -> hold(lease, free, turns)));
		return held.map((row) -> new JdbcLane(row, lease, grace, taken + lease.toNanos()));
	}

	private Optional<Held> hold(Duration lease, String free, String turns) {
		Instant now = this.time.instant();
		return this.jdbc.sql(free)
			.param("now", utc(now))
			.query(JdbcLanes::held)
			.optional()
			.map((row) -> mark(row, now.plus(lease), turns));
	}

	private static Held held(ResultSet row, int number) throws SQLException {
		return new Held(row.getInt("lane"), row.getLong("fence"));
	}

	private Held mark(Held free, Instant until, String turns) {
		Held held = new Held(free.lane(), free.fence() + 1);
		this.jdbc
			.sql("update call_lane set holder = :holder, held_until = :until, fence = :fence, turns = " + turns
					+ " where lane = :lane")
			.param("holder", UUID.randomUUID().toString())
			.param("until", utc(until))
			.param("fence", held.fence())
			.param("lane", held.lane())
			.update();
		return held;
	}

	private void free(Held held) {
		this.jdbc.sql("update call_lane set holder = null, held_until = null where lane = :lane and fence = :fence")
			.param("lane", held.lane())
			.param("fence", held.fence())
			.update();
	}

	private void shut(Held held, Duration grace) {
		this.transactions.executeWithoutResult((status) -> this.jdbc
			.sql("update call_lane set held_until = :until where lane = :lane and fence = :fence")
			.param("until", utc(this.time.instant().plus(grace)))
			.param("lane", held.lane())
			.param("fence", held.fence())
			.update());
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A row as it was taken; the fence tells its holder from earlier and later ones.
	 */
	private record Held(int lane, long fence) {
	}

	/**
	 * A lane that was taken.
	 */
	private final class JdbcLane implements LeasedLane {

		private final Held held;

		private final Duration lease;

		private final Duration grace;

		private final long endsAtNanos;

		private boolean staysShut;

		private boolean closed;

		JdbcLane(Held held, Duration lease, Duration grace, long endsAtNanos) {
			this.held = held;
			this.lease = lease;
			this.grace = grace;
			this.endsAtNanos = endsAtNanos;
		}

		@Override
		public Duration lease() {
			return this.lease;
		}

		@Override
		public synchronized boolean hasTimeFor(Duration call) {
			long left = this.endsAtNanos - JdbcLanes.this.nanoTime.getAsLong();
			return !this.closed && left >= call.plus(this.grace).toNanos();
		}

		@Override
		public synchronized void stayShut() {
			this.staysShut = true;
		}

		@Override
		public synchronized void close() {
			if (this.closed) {
				return;
			}
			this.closed = true;
			try {
				release();
			}
			catch (DataAccessException | TransactionException ex) {
				log.warn("Lane {} could not be freed and stays shut until its lease ends: {}", this.held.lane(),
						ex.getClass().getSimpleName());
			}
		}

		private void release() {
			if (this.staysShut) {
				shut(this.held, this.grace);
			}
			else {
				free(this.held);
			}
		}

	}

}
