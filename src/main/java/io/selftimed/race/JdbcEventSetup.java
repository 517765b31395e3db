package io.selftimed.race;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.selftimed.race.RaceSetup.Change;
import io.selftimed.runsignup.Gates;
import io.selftimed.security.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sets up the rows of {@code event}.
 */
@Repository
class JdbcEventSetup implements EventSetup {

	private final JdbcClient jdbc;

	private final EventCatalog catalog;

	private final TransactionOperations transactions;

	private final Gates gates;

	private final Audit audit;

	JdbcEventSetup(JdbcClient jdbc, EventCatalog catalog, TransactionOperations transactions, Gates gates,
			Audit audit) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.transactions = transactions;
		this.gates = gates;
		this.audit = audit;
	}

	@Override
	public Opening open(long raceId, NewEvent event) {
		return inTransaction(() -> {
			this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
			long eventId = Objects.requireNonNull(event.eventId());
			if (!known(Set.of(eventId)).isEmpty()) {
				return Opening.ID_TAKEN;
			}
			if (isTaken(event.slug())) {
				return Opening.SLUG_TAKEN;
			}
			insert(raceId, eventId, event);
			told("event-opened", raceId, eventId);
			return Opening.DONE;
		});
	}

	private void insert(long raceId, long eventId, NewEvent event) {
		this.jdbc.sql("""
				insert into event (event_id, race_id, slug, name, distance_mm, opens_at, closes_at, outcomes, elevation,
					identity_rule, review, stranger_correction, withdrawal_outcome)
				values (:event, :race, :slug, :name, :distance, :opens, :closes, 'FINISHED,DNF,DNS', 'optional',
					'last-name', 'none', 'hold', 'DNS')
				""")
			.param("event", eventId)
			.param("race", raceId)
			.param("slug", event.slug())
			.param("name", event.name().strip())
			.param("distance", millimetres(event.distance()), Types.BIGINT)
			.param("opens", utc(event.opensAt()))
			.param("closes", utc(event.closesAt()))
			.update();
	}

	@Override
	public Optional<Described> describe(long eventId) {
		return this.catalog.byId(eventId).flatMap((event) -> this.jdbc.sql("""
				select e.version, e.withdrawal_outcome, e.remote_accepts_until, e.own_contact, r.contact
				from event e join race r on r.race_id = e.race_id where e.event_id = :event
				""").param("event", eventId).query((row, number) -> described(event, row)).optional());
	}

	private static Described described(Event event, ResultSet row) throws SQLException {
		OffsetDateTime until = row.getObject("remote_accepts_until", OffsetDateTime.class);
		EventRules rules = new EventRules(event.name(), event.distance(),
				new EventRules.Window(event.race().zone(), event.window().opensAt(), event.window().closesAt()),
				event.outcomes(), event.elevation(), new EventRules.Tally(event.tallyLabel(), event.tallyLimits()),
				event.trust(), event.limits(), new EventRules.Delivery(event.settleDelay(),
						Outcome.valueOf(row.getString("withdrawal_outcome")), event.individualResultSetId()),
				event.notes(), row.getString("own_contact"));
		return new Described(event, rules, row.getInt("version"), (until != null) ? until.toInstant() : null,
				row.getString("contact"));
	}

	@Override
	public Change change(long eventId, int version, EventRules rules) {
		return changed("rules-changed", eventId, () -> write(eventId, version, rules));
	}

	private int write(long eventId, int version, EventRules rules) {
		return this.jdbc.sql("""
				update event set name = :name, distance_mm = :distance, opens_at = :opens, closes_at = :closes,
					clock_zone = :zone, outcomes = :outcomes, elevation = :elevation, tally_label = :tally,
					tally_least = :least, tally_most = :most, identity_rule = :identity, review = :review,
					stranger_correction = :strangers, fastest_time_ms = :fastest, slowest_time_ms = :slowest,
					corrections_until = :corrections, settle_delay_ms = :settle, withdrawal_outcome = :withdrawal,
					individual_result_set_id = :set, notes = :notes, own_contact = :contact, version = version + 1
				where event_id = :event and version = :version
				""")
			.param("name", rules.name().strip())
			.param("distance", millimetres(rules.distance()), Types.BIGINT)
			.param("opens", utc(rules.window().opensAt()))
			.param("closes", utc(rules.window().closesAt()))
			.param("zone", rules.window().zone().getId())
			.param("outcomes", rules.outcomes().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
			.param("elevation", word(rules.elevation()))
			.param("tally", rules.tally().label(), Types.VARCHAR)
			.param("least", rules.tally().limits().least(), Types.NUMERIC)
			.param("most", rules.tally().limits().most(), Types.NUMERIC)
			.param("identity", word(rules.trust().identity()))
			.param("review", word(rules.trust().review()))
			.param("strangers", word(rules.trust().strangerCorrection()))
			.param("fastest", milliseconds(rules.limits().fastest()), Types.BIGINT)
			.param("slowest", milliseconds(rules.limits().slowest()), Types.BIGINT)
			.param("corrections", utcOrNull(rules.limits().correctionsUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("settle", milliseconds(rules.delivery().settleDelay()), Types.BIGINT)
			.param("withdrawal", rules.delivery().withdrawalOutcome().name())
			.param("set", rules.delivery().individualResultSetId(), Types.BIGINT)
			.param("notes", rules.notes(), Types.VARCHAR)
			.param("contact", rules.contact(), Types.VARCHAR)
			.param("event", eventId)
			.param("version", version)
			.update();
	}

	@Override
	public Change closeAt(long eventId, int version, Instant closesAt) {
		return changed("window-changed", eventId, () -> this.jdbc.sql("""
				update event set closes_at = :closes, version = version + 1, remote_asked_at = null
				where event_id = :event and version = :version and opens_at < :closes
				""").param("closes", utc(closesAt)).param("event", eventId).param("version", version).update());
	}

	private Change changed(String what, long eventId, Supplier<Integer> write) {
		return inTransaction(() -> {
			if (write.get() != 1) {
				return Change.CHANGED_MEANWHILE;
			}
			told(what, raceOf(eventId), eventId);
			return Change.DONE;
		});
	}

	private void told(String what, long raceId, long eventId) {
		this.gates.open(raceId, eventId);
		this.audit.write(what, raceId, "event:" + eventId);
	}

	private long raceOf(long eventId) {
		return this.jdbc.sql("select race_id from event where event_id = :event")
			.param("event", eventId)
			.query(Long.class)
			.single();
	}

	@Override
	public Set<Long> known(Set<Long> eventIds) {
		return eventIds.isEmpty() ? Set.of()
				: new HashSet<>(this.jdbc.sql("select event_id from event where event_id in (:events)")
					.param("events", eventIds)
					.query(Long.class)
					.list());
	}

	@Override
	public String freeSlug(String wished) {
		String free = wished;
		for (int number = 2; isTaken(free); number++) {
			free = wished + "-" + number;
		}
		return free;
	}

	private boolean isTaken(String slug) {
		return !this.jdbc.sql("select event_id from event where slug = :slug")
			.param("slug", slug)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	private static OffsetDateTime utc(@Nullable Instant moment) {
		return Objects.requireNonNull(moment).atOffset(ZoneOffset.UTC);
	}

	private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
		return (moment != null) ? moment.atOffset(ZoneOffset.UTC) : null;
	}

	private static @Nullable Long millimetres(Event.@Nullable Distance distance) {
		return (distance != null) ? (Long) distance.millimetres() : null;
	}

	private static @Nullable Long milliseconds(@Nullable ClockTime time) {
		return (time != null) ? (Long) time.milliseconds() : null;
	}

	private static @Nullable Long milliseconds(@Nullable Duration time) {
		return (time != null) ? (Long) time.toMillis() : null;
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
	}

}
