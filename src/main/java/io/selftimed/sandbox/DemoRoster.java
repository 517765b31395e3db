package io.selftimed.sandbox;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * The participants of the demo: bibs 101 to 500 in each event, the same at every start.
 */
final class DemoRoster {

	static final long FIRST_BIB = 101;

	static final long LAST_BIB = 500;

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes", "Novak",
			"Haddad", "Silva", "Kowalski", "Nguyen", "O'Brien", "Castellano", "Petrov", "Adeyemi", "Larsen", "Moreau",
			"Iyer", "Schneider", "Walsh", "Kim", "Papadopoulos", "Ferreira", "Johansson", "Mbeki", "García", "Dubois",
			"Nakamura", "Horvat", "Abbott", "Chen", "Rossi", "Van Dyke", "Santos", "Fischer", "Malik", "Olsen",
			"Whitaker", "Barros", "Singh", "Zhang");

	private static final List<String> FIRST_NAMES = List.of("Alex", "Bea", "Chidi", "Dana", "Emil", "Farah", "Goran",
			"Hana", "Ines", "Jonas", "Kaya", "Liam", "Mina", "Noor", "Otto", "Priya", "Quinn", "Rosa", "Sven", "Tala",
			"Umar", "Vera", "Will", "Xenia", "Yuki", "Zoe", "Aiko", "Bram", "Cleo");

	private static final LocalDate FIRST_BIRTH = LocalDate.of(1990, 4, 12);

	private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1950, 1, 1);

	private static final long BIRTHS_WITHIN_DAYS = 20_000;

	private DemoRoster() {
	}

	/** The registration of a bib, in RunSignup's and in our tables. */
	static long registration(long eventId, long bib) {
		return eventId * 1000 + bib;
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
		int turn = (int) (bib - FIRST_BIB);
		return new MapSqlParameterSource().addValue("event", eventId)
			.addValue("registration", registration(eventId, bib))
			.addValue("bib", bib)
			.addValue("firstName", FIRST_NAMES.get(turn % FIRST_NAMES.size()))
			.addValue("lastName", LAST_NAMES.get(turn % LAST_NAMES.size()))
			.addValue("birthDate", birthDate(bib), Types.DATE);
	}

	private static LocalDate birthDate(long bib) {
		return (bib == FIRST_BIB) ? FIRST_BIRTH : EARLIEST_BIRTH.plusDays(bib * 7919 % BIRTHS_WITHIN_DAYS);
	}

}
