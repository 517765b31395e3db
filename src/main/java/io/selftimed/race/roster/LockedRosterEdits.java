package io.selftimed.race.roster;

import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.security.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes a participant under the lock of its row.
 */
@Service
class LockedRosterEdits implements RosterEdits {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Merging merging;

	private final ApplicationEventPublisher publisher;

	private final Audit audit;

	private final InstantSource time;

	LockedRosterEdits(JdbcClient jdbc, TransactionOperations transactions, Merging merging,
			ApplicationEventPublisher publisher, Audit audit, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.merging = merging;
		this.publisher = publisher;
		this.audit = audit;
		this.time = time;
	}

	@Override
	public Edit setBib(long eventId, long participantId, @Nullable Long bib) {
		Edit edit = Objects.requireNonNull(this.transactions.execute((status) -> {
			Optional<Locked> row = lock(eventId, participantId);
			if (row.isEmpty()) {
				return Edit.NOBODY;
			}
			if (bib != null && isTaken(eventId, participantId, bib)) {
				return Edit.BIB_TAKEN;
			}
			this.jdbc.sql("update participant set bib = :bib, bib_set_here = :here where id = :id")
				.param("bib", bib, Types.BIGINT)
				.param("here", bib != null)
				.param("id", participantId)
				.update();
			this.audit.write("bib-set", row.get().raceId(), "participant:" + participantId);
			return Edit.DONE;
		}));
		if (edit == Edit.DONE && bib != null) {
			nameless(eventId, participantId, bib)
				.forEach((id) -> this.merging.merge(eventId, new RosterPlan.Merge(id, participantId)));
		}
		return edit;
	}

	private boolean isTaken(long eventId, long participantId, long bib) {
		return this.jdbc.sql("""
				select count(*) from participant where event_id = :event and bib = :bib and id <> :id
					and removed_at is null and (registration_id is not null or last_name is not null)
				""")
			.param("event", eventId)
			.param("bib", bib)
			.param("id", participantId)
			.query(Integer.class)
			.single() > 0;
	}

	private List<Long> nameless(long eventId, long participantId, long bib) {
		return this.jdbc.sql("""
				select id from participant where event_id = :event and bib = :bib and id <> :id
					and registration_id is null and last_name is null and erased_at is null
				""")
			.param("event", eventId)
			.param("bib", bib)
			.param("id", participantId)
			.query((row, number) -> row.getLong(1))
			.list();
	}

	@Override
	public Edit erase(long eventId, long participantId) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Optional<Locked> row = lock(eventId, participantId);
			if (row.isEmpty()) {
				return Edit.NOBODY;
			}
			this.publisher.publishEvent(new ParticipantErased(eventId, participantId, row.get().email()));
			this.jdbc.sql("""
					update participant set first_name = null, last_name = null, birth_date = null, email = null,
						erased_at = coalesce(erased_at, :now)
					where id = :id
					""").param("now", this.time.instant().atOffset(ZoneOffset.UTC)).param("id", participantId).update();
			this.audit.write("runner-erased", row.get().raceId(), "participant:" + participantId);
			return Edit.DONE;
		}));
	}

	private Optional<Locked> lock(long eventId, long participantId) {
		return this.jdbc.sql("""
				select p.email, e.race_id from participant p join event e on e.event_id = p.event_id
				where p.id = :id and p.event_id = :event
				""")
			.param("id", participantId)
			.param("event", eventId)
			.query((row, number) -> new Locked(row.getLong("race_id"), row.getString("email")))
			.optional()
			.filter((row) -> !this.jdbc.sql("select id from participant where id = :id for update")
				.param("id", participantId)
				.query((one, number) -> one.getLong(1))
				.list()
				.isEmpty());
	}

	/**
	 * A participant whose row is locked. Its text shows no person.
	 */
	private record Locked(long raceId, @Nullable String email) {

		@Override
		public String toString() {
			return "Locked[raceId=" + this.raceId + "]";
		}

	}

}
