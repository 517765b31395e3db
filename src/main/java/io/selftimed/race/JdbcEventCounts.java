package io.selftimed.race;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The counts in the table {@code event_count_delta}, and what charts show.
 */
@Repository
class JdbcEventCounts implements EventCounts {

	/** So many changes are folded at once, so that no lock lasts long. */
	private static final int AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final EventHistograms histograms;

	JdbcEventCounts(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.histograms = new EventHistograms(jdbc, transactions);
	}

	@Override
	public void add(long eventId, String what, int delta) {
		this.jdbc.sql("insert into event_count_delta (event_id, what, delta) values (:event, :what, :delta)")
			.param("event", eventId)
			.param("what", what)
			.param("delta", delta)
			.update();
	}

	@Override
	public void submitted(long eventId, Instant at) {
		this.histograms.add(eventId, EventHistograms.SUBMITTED, EventHistograms.hour(at), 1);
	}

	@Override
	public void timeChanged(long eventId, @Nullable Long before, @Nullable Long after) {
		Long from = EventHistograms.quarterMinute(before);
		Long to = EventHistograms.quarterMinute(after);
		if (!Objects.equals(from, to)) {
			if (from != null) {
				this.histograms.add(eventId, EventHistograms.TIME, from, -1);
			}
			if (to != null) {
				this.histograms.add(eventId, EventHistograms.TIME, to, 1);
			}
		}
	}

	@Override
	public int fold() {
		int folded = this.histograms.fold();
		for (Count count : scattered()) {
			int some = AT_ONCE;
			while (some == AT_ONCE) {
				some = Objects.requireNonNull(this.transactions.execute((status) -> fold(count)));
				folded += some;
			}
		}
		return folded;
	}

	private List<Count> scattered() {
		return this.jdbc.sql("select event_id, what from event_count_delta group by event_id, what having count(*) > 1")
			.query((row, number) -> new Count(row.getLong(1), row.getString(2)))
			.list();
	}

	/**
	 * Puts one row in the place of some. Only rows that were read are deleted: others may
	 * have been appended before and committed after.
	 */
	private int fold(Count count) {
		List<Delta> some = this.jdbc.sql("""
				select id, delta from event_count_delta where event_id = :event and what = :what
				order by id fetch first :most rows only for update
				""")
			.param("event", count.eventId())
			.param("what", count.what())
			.param("most", AT_ONCE + 1)
			.query((row, number) -> new Delta(row.getLong(1), row.getLong(2)))
			.list();
		if (some.size() < 2) {
			return 0;
		}
		this.jdbc.sql("delete from event_count_delta where id in (:ids)")
			.param("ids", some.stream().map(Delta::id).toList())
			.update();
		add(count.eventId(), count.what(), Math.toIntExact(some.stream().mapToLong(Delta::delta).sum()));
		return some.size() - 1;
	}

	private record Count(long eventId, String what) {
	}

	private record Delta(long id, long delta) {
	}

}
