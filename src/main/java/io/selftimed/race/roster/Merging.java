package io.selftimed.race.roster;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes one participant of two that are one runner, while no call for either is under
 * way. Where one may be, the next fetch finds them again.
 */
@Component
class Merging {

	private static final Logger logger = LoggerFactory.getLogger(Merging.class);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final CallsInFlight calls;

	private final ApplicationEventPublisher publisher;

	Merging(JdbcClient jdbc, TransactionOperations transactions, CallsInFlight calls,
			ApplicationEventPublisher publisher) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.calls = calls;
		this.publisher = publisher;
	}

	/** Joins the nameless one to who is known. */
	void merge(long eventId, RosterPlan.Merge merge) {
		this.transactions.executeWithoutResult((status) -> {
			if (areStillTwo(eventId, merge) && !this.calls.mayBe(merge.nameless())
					&& !this.calls.mayBe(merge.known())) {
				this.publisher.publishEvent(new ParticipantsMerging(eventId, merge.nameless(), merge.known()));
				this.jdbc.sql("delete from participant where id = :id").param("id", merge.nameless()).update();
				this.publisher.publishEvent(new ParticipantsMerged(eventId, merge.known()));
				logger.info("Participant {} turned out to be participant {}", merge.nameless(), merge.known());
			}
		});
	}

	private boolean areStillTwo(long eventId, RosterPlan.Merge merge) {
		List<Long> nameless = this.jdbc.sql("""
				select id from participant where event_id = :event and id in (:nameless, :known)
					and (id = :known or (registration_id is null and last_name is null))
				order by id for update
				""")
			.param("event", eventId)
			.param("nameless", merge.nameless())
			.param("known", merge.known())
			.query((row, number) -> row.getLong(1))
			.list();
		return nameless.size() == 2;
	}

}
