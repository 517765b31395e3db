package io.selftimed.notification;

import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what letters to runners are about, in one query each.
 */
@Repository
class RunnersSubmissions {

	private final JdbcClient jdbc;

	RunnersSubmissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A submission, empty if it is gone. */
	Optional<RunnersSubmission> find(long submissionId) {
		return this.jdbc.sql("""
				select s.id, s.review, s.language, s.bib, s.email as typed, p.email as roster, e.name as event_name,
					r.race_id, r.name as race_name, coalesce(e.own_contact, r.contact) as contact
				from submission s join participant p on p.id = s.participant_id
					join event e on e.event_id = s.event_id join race r on r.race_id = e.race_id
				where s.id = :id
				""")
			.param("id", submissionId)
			.query((row, number) -> new RunnersSubmission(row.getLong("id"), row.getString("review").equals("held"),
					Objects.requireNonNullElse(row.getString("language"), "en"), row.getObject("bib", Long.class),
					row.getString("typed"), row.getString("roster"), row.getString("event_name"),
					row.getLong("race_id"), row.getString("race_name"), row.getString("contact")))
			.optional();
	}

	/** The event that a link is for, empty if it is gone. */
	Optional<LinkedEvent> event(long eventId) {
		return this.jdbc
			.sql("""
					select e.name as event_name, r.race_id, r.name as race_name, coalesce(e.own_contact, r.contact) as contact
					from event e join race r on r.race_id = e.race_id where e.event_id = :event
					""")
			.param("event", eventId)
			.query((row, number) -> new LinkedEvent(row.getString("event_name"), row.getLong("race_id"),
					row.getString("race_name"), row.getString("contact")))
			.optional();
	}

	/**
	 * The event that a link is for.
	 *
	 * @param eventName its name
	 * @param raceId RunSignup's id of its race
	 * @param raceName the name of its race
	 * @param contact whom to ask
	 */
	record LinkedEvent(String eventName, long raceId, String raceName, String contact) {

	}

}
