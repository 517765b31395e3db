package io.selftimed.sandbox;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the demo race, its events and its roster, and keeps the windows around today.
 */
class DemoRace {

	static final long RACE = 4100;

	private final JdbcTemplate jdbc;

	private final InstantSource time;

	DemoRace(JdbcTemplate jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * Writes what is missing.
	 * @return whether this was the first time
	 */
	boolean write() {
		boolean first = JdbcClient.create(this.jdbc)
			.sql("select count(*) from race where race_id = :race")
			.param("race", RACE)
			.query(Integer.class)
			.single() == 0;
		if (first) {
			writeRace();
			writeRoster();
		}
		else {
			moveWindows();
		}
		return first;
	}

	private void writeRace() {
		this.jdbc.update("insert into race (race_id, name, time_zone, contact, demo) values (?, ?, ?, ?, true)", RACE,
				"Harbor Lights Virtual Run", "America/New_York", "results@harborlights.example");
		event(41001, "harbor-5k", "Harbor 5K", "5", "optional", null, null);
		event(41002, "harbor-half", "Harbor Half Marathon", "21.0975", "off", null, 51003L);
		event(41003, "harbor-miles", "Harbor Miles Challenge", null, "required", "miles", null);
		event(41004, "harbor-mile", "Harbor Mile", "1.609344", "off", null, null);
	}

	private void event(long id, String slug, String name, @Nullable String kilometres, String elevation,
			@Nullable String tally, @Nullable Long resultSet) {
		boolean closed = id == 41004;
		OffsetDateTime now = now();
		Long distance = (kilometres != null) ? new BigDecimal(kilometres).movePointRight(6).longValueExact() : null;
		this.jdbc.update("""
				insert into event (event_id, race_id, slug, name, distance_mm, opens_at, closes_at, outcomes, elevation,
					tally_label, individual_result_set_id, identity_rule, review, stranger_correction,
					withdrawal_outcome)
				values (?, ?, ?, ?, ?, ?, ?, 'FINISHED,DNF,DNS', ?, ?, ?, 'last-name', 'none', 'accept', 'DNS')
				""", id, RACE, slug, name, distance, now.minusDays(30), closed ? now.minusDays(7) : now.plusDays(30),
				elevation, tally, resultSet);
	}

	private void writeRoster() {
		List<Object[]> rows = new ArrayList<>();
		for (SandboxEvent event : SandboxEvent.ALL) {
			for (int bib = DemoRoster.FIRST_BIB; event.raceId() == RACE && bib <= DemoRoster.LAST_BIB; bib++) {
				rows.add(new Object[] { event.eventId(), DemoRoster.registration(event.eventId(), bib), bib,
						DemoRoster.firstName(bib), DemoRoster.lastName(bib), DemoRoster.birthDate(bib),
						"runner" + bib + "@harborlights.example" });
			}
		}
		this.jdbc.batchUpdate("""
				insert into participant (event_id, registration_id, bib, first_name, last_name, birth_date, email)
				values (?, ?, ?, ?, ?, ?, ?)
				""", rows);
	}

	/** Open events stay open: a window that has passed starts anew around today. */
	private void moveWindows() {
		OffsetDateTime now = now();
		this.jdbc.update("""
				update event set opens_at = ?, closes_at = ?
				where race_id = ? and event_id <> 41004 and (closes_at <= ? or opens_at > ?)
				""", now.minusDays(30), now.plusDays(30), RACE, now, now);
		this.jdbc.update("update event set opens_at = ?, closes_at = ? where event_id = 41004", now.minusDays(30),
				now.minusDays(7));
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

}
