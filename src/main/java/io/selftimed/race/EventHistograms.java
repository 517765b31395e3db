package io.selftimed.race;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What charts show, in the table {@code event_histogram_delta}: appended with each change
 * and folded into one row for each bar.
 */
class EventHistograms {

	static final String SUBMITTED = "submitted";

	static final String TIME = "time";

	/** So many bars are folded in one transaction, so that no lock lasts long. */
	private static final int AT_ONCE = 1000;

	private static final long QUARTER_MINUTE = 15_000;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	EventHistograms(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/** The hour of a moment, counted from the epoch. */
	static long hour(Instant at) {
		return Math.floorDiv(at.getEpochSecond(), 3600);
	}

	/** The quarter of a minute that a time falls into, null for no time. */
	static @Nullable Long quarterMinute(@Nullable Long milliseconds) {
		return (milliseconds != null) ? Long.valueOf(milliseconds / QUARTER_MINUTE) : null;
	}

	void add(long eventId, String what, long bucket, int delta) {
		this.jdbc.sql("""
				insert into event_histogram_delta (event_id, what, bucket, delta)
				values (:event, :what, :bucket, :delta)
				""").param("event", eventId).param("what", what).param("bucket", bucket).param("delta", delta).update();
	}

	/**
	 * Puts one row in the place of many; a bar that came to nothing goes.
	 * @return how many rows were folded away
	 */
	int fold() {
		int folded = 0;
		for (Bar bar : scattered()) {
			int some = AT_ONCE;
			while (some == AT_ONCE) {
				some = Objects.requireNonNull(this.transactions.execute((status) -> fold(bar)));
				folded += some;
			}
		}
		return folded;
	}

	private List<Bar> scattered() {
		return this.jdbc.sql("""
				select event_id, what, bucket from event_histogram_delta group by event_id, what, bucket
				having count(*) > 1
				""").query((row, number) -> new Bar(row.getLong(1), row.getString(2), row.getLong(3))).list();
	}

	/**
	 * Only rows that were read are deleted: others may have been appended before and
	 * committed after.
	 */
	private int fold(Bar bar) {
		List<Delta> some = this.jdbc.sql("""
				select id, delta from event_histogram_delta
				where event_id = :event and what = :what and bucket = :bucket
				order by id fetch first :most rows only for update
				""")
			.param("event", bar.eventId())
			.param("what", bar.what())
			.param("bucket", bar.bucket())
			.param("most", AT_ONCE + 1)
			.query((row, number) -> new Delta(row.getLong(1), row.getLong(2)))
			.list();
		if (some.size() < 2) {
			return 0;
		}
		this.jdbc.sql("delete from event_histogram_delta where id in (:ids)")
			.param("ids", some.stream().map(Delta::id).toList())
			.update();
		int sum = Math.toIntExact(some.stream().mapToLong(Delta::delta).sum());
		if (sum != 0) {
			add(bar.eventId(), bar.what(), bar.bucket(), sum);
		}
		return some.size() - 1;
	}

	private record Bar(long eventId, String what, long bucket) {
	}

	private record Delta(long id, long delta) {
	}

}
