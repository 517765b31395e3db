package io.selftimed.delivery;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.selftimed.runsignup.Gates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings forward what waits, under the lock of each delivery; rows that somebody else has
 * locked are being worked on already. Rows before gates, as everywhere.
 */
@Service
class LockedHastening implements Hastening {

	/** So many are brought forward at once; the rest follow by themselves. */
	private static final int AT_MOST = 1000;

	private final TransactionOperations transactions;

	private final JdbcClient jdbc;

	private final Gates gates;

	private final InstantSource time;

	private final Bell bell;

	LockedHastening(TransactionOperations transactions, JdbcClient jdbc, Gates gates, InstantSource time, Bell bell) {
		this.transactions = transactions;
		this.jdbc = jdbc;
		this.gates = gates;
		this.time = time;
		this.bell = bell;
	}

	@Override
	public void tryNow(long raceId, long eventId) {
		this.transactions.executeWithoutResult((status) -> {
			OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
			List<Long> putOff = putOff(eventId, now);
			if (!putOff.isEmpty()) {
				bringForward(putOff, now);
			}
			this.gates.probeNow(raceId, eventId);
		});
		this.bell.ring();
	}

	private List<Long> putOff(long eventId, OffsetDateTime now) {
		return this.jdbc.sql("""
				select participant_id from delivery
				where participant_id in (select d.participant_id from delivery d
						where d.event_id = :event and d.due_at > :now
						order by d.event_id, d.due_at, d.participant_id fetch first :most rows only)
					and state = 'waiting' and due_at > :now and retry_at > :now and claim_token is null
				order by participant_id for update skip locked
				""")
			.param("event", eventId)
			.param("now", now)
			.param("most", AT_MOST)
			.query((row, number) -> row.getLong(1))
			.list();
	}

	private void bringForward(List<Long> participants, OffsetDateTime now) {
		this.jdbc.sql("""
				update delivery set retry_at = :now,
					due_at = case when quarantine_until > :now then quarantine_until
						when settled_at > :now then settled_at else :now end
				where participant_id in (:participants)
				""").param("now", now).param("participants", participants).update();
	}

}
