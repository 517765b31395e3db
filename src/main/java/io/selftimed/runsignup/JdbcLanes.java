package io.selftimed.runsignup;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The lanes in the table {@code call_lane}, shared by all replicas. A fence number tells
 * each holder from the next, so that who comes too late changes nothing.
 */
@Repository
class JdbcLanes implements Lanes {

	private static final Duration MARGIN = Duration.ofSeconds(10);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final InstantSource time;

	private final Duration callDeadline;

	JdbcLanes(JdbcClient jdbc, TransactionOperations transactions, InstantSource time, RunSignupSettings settings) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.time = time;
		this.callDeadline = settings.callDeadline();
	}

	@Override
	public Optional<Lane> take(Duration grace) {
		Duration lease = this.callDeadline.plus(grace).plus(MARGIN);
		long asked = System.nanoTime();
		return Objects.requireNonNull(this.transactions.execute((status) -> free().map((lane) -> {
			long fence = lane.fence() + 1;
			this.jdbc.sql("""
					update call_lane set holder = :holder, held_until = :until, fence = :fence where lane = :lane
					""")
				.param("holder", UUID.randomUUID().toString())
				.param("until", now().plus(lease))
				.param("fence", fence)
				.param("lane", lane.number())
				.update();
			return new LeasedLane(this, lane.number(), fence, lease, grace, asked);
		})));
	}

	private Optional<FreeLane> free() {
		return this.jdbc.sql("""
				select lane, fence from call_lane where holder is null or held_until <= :now
				order by lane fetch first 1 rows only for update skip locked
				""")
			.param("now", now())
			.query((row, number) -> new FreeLane(row.getInt("lane"), row.getLong("fence")))
			.optional();
	}

	/** Frees a lane that is still held under this fence. */
	void free(int lane, long fence) {
		this.jdbc.sql("""
				update call_lane set holder = null, held_until = null where lane = :lane and fence = :fence
				""").param("lane", lane).param("fence", fence).update();
	}

	/** Keeps a lane shut that is still held under this fence. */
	void keepShut(int lane, long fence, Duration grace) {
		this.transactions.executeWithoutResult((status) -> this.jdbc
			.sql("update call_lane set held_until = :until where lane = :lane and fence = :fence")
			.param("until", now().plus(grace))
			.param("lane", lane)
			.param("fence", fence)
			.update());
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

	private record FreeLane(int number, long fence) {
	}

}
