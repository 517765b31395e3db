package io.selftimed.sandbox;

import java.sql.Types;
import java.util.stream.LongStream;

import io.selftimed.sandbox.api.HarborRunners;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * The participants of the demo: bibs 101 to 500 in each event, the same at every start.
 */
final class DemoRoster {

	static final long FIRST_BIB = HarborRunners.FIRST_BIB;

	static final long LAST_BIB = HarborRunners.LAST_BIB;

	private DemoRoster() {
	}

	/** The registration of a bib, in RunSignup's and in our tables. */
	static long registration(long eventId, long bib) {
		return HarborRunners.registration(eventId, bib);
	}

	/** Writes the participants of an event. */
	static void write(NamedParameterJdbcTemplate jdbc, long eventId) {
		SqlParameterSource[] rows = LongStream.rangeClosed(FIRST_BIB, LAST_BIB)
			.mapToObj((bib) -> row(eventId, bib))
			.toArray(SqlParameterSource[]::new);
		jdbc.batchUpdate("""
				insert into participant (event_id, registration_id, bib, first_name, last_name, birth_date)
				values (:event, :registration, :bib, :firstName, :lastName, :birthDate)
				""", rows);
	}

	private static SqlParameterSource row(long eventId, long bib) {
		return new MapSqlParameterSource().addValue("event", eventId)
			.addValue("registration", registration(eventId, bib))
			.addValue("bib", bib)
			.addValue("firstName", HarborRunners.firstName(bib))
			.addValue("lastName", HarborRunners.lastName(bib))
			.addValue("birthDate", HarborRunners.birthDate(bib), Types.DATE);
	}

}
