package io.selftimed.race;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The events in the tables {@code event} and {@code race}.
 */
@Repository
class JdbcEventCatalog implements EventCatalog {

	private static final String SELECT = """
			select e.*, r.name as race_name, coalesce(e.clock_zone, r.time_zone) as time_zone,
				coalesce(e.own_contact, r.contact) as contact, r.privacy_notice
			from event e join race r on r.race_id = e.race_id
			""";

	private final JdbcClient jdbc;

	JdbcEventCatalog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Event> openAt(Instant moment) {
		return this.jdbc
			.sql(SELECT + " where e.opens_at <= :moment and e.closes_at > :moment order by e.closes_at, e.event_id"
					+ " fetch first 200 rows only")
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.query(JdbcEventCatalog::event)
			.list();
	}

	@Override
	public Optional<Event> bySlug(String slug) {
		return this.jdbc.sql(SELECT + " where e.slug = :slug")
			.param("slug", slug)
			.query(JdbcEventCatalog::event)
			.optional();
	}

	@Override
	public Optional<Event> byId(long eventId) {
		return this.jdbc.sql(SELECT + " where e.event_id = :id")
			.param("id", eventId)
			.query(JdbcEventCatalog::event)
			.optional();
	}

	private static Event event(ResultSet row, int number) throws SQLException {
		Long distance = nullableLong(row, "distance_mm");
		Long settle = nullableLong(row, "settle_delay_ms");
		return new Event(row.getLong("event_id"), race(row), row.getString("slug"), row.getString("name"),
				(distance != null) ? new Event.Distance(distance) : null, window(row),
				outcomes(row.getString("outcomes")), Event.Elevation.valueOf(constant(row.getString("elevation"))),
				row.getString("tally_label"), nullableLong(row, "individual_result_set_id"), trust(row), limits(row),
				(settle != null) ? Duration.ofMillis(settle) : null,
				new Event.TallyLimits(row.getBigDecimal("tally_least"), row.getBigDecimal("tally_most")),
				row.getString("notes"));
	}

	private static Event.Trust trust(ResultSet row) throws SQLException {
		return new Event.Trust(Event.Identity.valueOf(constant(row.getString("identity_rule"))),
				Event.StrangerCorrection.valueOf(constant(row.getString("stranger_correction"))),
				Event.Review.valueOf(constant(row.getString("review"))));
	}

	private static Event.Limits limits(ResultSet row) throws SQLException {
		OffsetDateTime corrections = row.getObject("corrections_until", OffsetDateTime.class);
		return new Event.Limits(clockTime(row, "fastest_time_ms"), clockTime(row, "slowest_time_ms"),
				(corrections != null) ? corrections.toInstant() : null);
	}

	private static @Nullable ClockTime clockTime(ResultSet row, String column) throws SQLException {
		Long milliseconds = nullableLong(row, column);
		return (milliseconds != null) ? new ClockTime(milliseconds) : null;
	}

	private static Event.Race race(ResultSet row) throws SQLException {
		return new Event.Race(row.getLong("race_id"), row.getString("race_name"), ZoneId.of(row.getString("time_zone")),
				row.getString("contact"), row.getString("privacy_notice"));
	}

	private static Event.Window window(ResultSet row) throws SQLException {
		return new Event.Window(row.getObject("opens_at", OffsetDateTime.class).toInstant(),
				row.getObject("closes_at", OffsetDateTime.class).toInstant());
	}

	private static Set<Outcome> outcomes(String list) {
		Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
		Arrays.stream(list.split(",")).map(Outcome::valueOf).forEach(outcomes::add);
		return outcomes;
	}

	private static String constant(String word) {
		return word.toUpperCase(Locale.ROOT).replace('-', '_');
	}

	private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
		long value = row.getLong(column);
		return row.wasNull() ? null : value;
	}

}
