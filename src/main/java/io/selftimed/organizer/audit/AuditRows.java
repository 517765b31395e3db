package io.selftimed.organizer.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the audit, newest first, along one index.
 */
@Repository
class AuditRows {

	private final JdbcClient jdbc;

	AuditRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of it.
	 * @param raceId the race, null for everything
	 * @param form what is looked for
	 * @param zone the zone of the days that are looked for
	 * @param size how many lines a page holds
	 */
	KeysetPage<AuditRow> page(@Nullable Long raceId, AuditForm form, ZoneId zone, int size) {
		List<String> conditions = new ArrayList<>();
		Map<String, Object> values = new HashMap<>();
		add(conditions, values, "a.race_id = :race", "race", raceId);
		add(conditions, values, "a.id < :before", "before", form.before());
		add(conditions, values, "a.what = :what", "what", blankToNull(form.what()));
		add(conditions, values, "a.object = :object", "object", textOrNull(form.object()));
		add(conditions, values, "a.organizer_id = (select id from organizer where email = :who)", "who",
				blankToNull(form.who()));
		add(conditions, values, "a.at >= :from", "from", start(form.firstDay(), zone));
		add(conditions, values, "a.at < :to", "to", start(form.lastDay().map((day) -> day.plusDays(1)), zone));
		String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
		List<AuditRow> rows = this.jdbc.sql("""
				select a.id, a.at, a.organizer_id, o.email, a.race_id, a.what, a.about, a.address
				from audit a left join organizer o on o.id = a.organizer_id %s
				order by a.id desc fetch first %d rows only
				""".formatted(where, size + 1)).params(values).query(AuditRows::row).list();
		return KeysetPage.of(rows, size, AuditRow::id);
	}

	private static void add(List<String> conditions, Map<String, Object> values, String condition, String name,
			@Nullable Object value) {
		if (value != null) {
			conditions.add(condition);
			values.put(name, value);
		}
	}

	private static @Nullable String blankToNull(@Nullable String typed) {
		String text = textOrNull(typed);
		return (text != null) ? text.toLowerCase(Locale.ROOT) : null;
	}

	private static @Nullable String textOrNull(@Nullable String typed) {
		String text = AuditForm.text(typed).replace("\0", "");
		return text.isEmpty() ? null : text;
	}

	private static @Nullable OffsetDateTime start(Optional<LocalDate> day, ZoneId zone) {
		return day.map((date) -> date.atStartOfDay(zone).toOffsetDateTime()).orElse(null);
	}

	private static AuditRow row(ResultSet row, int number) throws SQLException {
		return new AuditRow(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getObject("organizer_id", Long.class), row.getString("email"), row.getObject("race_id", Long.class),
				row.getString("what"), row.getString("about"), row.getString("address"));
	}

}
