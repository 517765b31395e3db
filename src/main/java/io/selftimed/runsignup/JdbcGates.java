package io.selftimed.runsignup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.selftimed.runsignup.ClosedGate.Cause;
import io.selftimed.runsignup.ClosedGate.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The gates in the table {@code call_gate}. The table is empty while all is well, so that
 * looking costs next to nothing. A row is made under the lock of the installation. A
 * setting that holds every call back is a gate too, which has no row and no probe.
 */
@Repository
class JdbcGates implements Gates {

	private static final String OF_EVENT = """
			((scope in ('everything', 'operation') and subject = 0)
				or (scope = 'credential'
					and subject = coalesce((select c.race_id from credential c where c.race_id = :race), 0))
				or (scope = 'race' and subject = :race) or (scope = 'event' and subject = :event))
			""";

	private static final Logger log = LoggerFactory.getLogger(JdbcGates.class);

	private final JdbcClient jdbc;

	private final InstantSource time;

	private final boolean held;

	JdbcGates(JdbcClient jdbc, InstantSource time, HoldSettings hold) {
		this.jdbc = jdbc;
		this.time = time;
		this.held = hold.hold();
		if (this.held) {
			log.warn("No call is made at RunSignup, as selftimed.runsignup.hold is set: results wait until a start "
					+ "without it.");
		}
	}

	@Override
	public Passage passage(long raceId, long eventId) {
		if (this.held) {
			return Passage.SHUT;
		}
		List<Row> closed = rows(raceId, eventId, "").stream().filter(Row::isClosed).toList();
		if (closed.isEmpty()) {
			return Passage.OPEN;
		}
		Instant now = this.time.instant();
		if (closed.stream().anyMatch((gate) -> gate.isShutAt(now))) {
			return Passage.SHUT;
		}
		return probe(raceId, eventId, now) ? Passage.PROBE : Passage.SHUT;
	}

	/** Takes the right to a probe: who comes second finds the next one's time. */
	private boolean probe(long raceId, long eventId, Instant now) {
		List<Row> locked = rows(raceId, eventId, "order by scope, subject for update").stream()
			.filter(Row::isClosed)
			.toList();
		if (locked.isEmpty() || locked.stream().anyMatch((gate) -> gate.isShutAt(now))) {
			return false;
		}
		for (Row gate : locked) {
			this.jdbc.sql("update call_gate set probe_at = :at where scope = :scope and subject = :subject")
				.param("at", utc(now.plusMillis(gate.waitMillis())))
				.param("scope", word(gate.scope()))
				.param("subject", gate.subject())
				.update();
		}
		return true;
	}

	@Override
	public void answered(long raceId, long eventId, UserResultsAnswer answer) {
		Optional<Closing> closing = Closing.by(answer, raceId, eventId);
		if (closing.isPresent()) {
			strike(ofOwnCredential(closing.get(), raceId));
		}
		else {
			this.jdbc.sql("delete from call_gate where cause <> 'refusals' and " + OF_EVENT)
				.param("race", raceId)
				.param("event", eventId)
				.update();
			if (answer instanceof UserResultsAnswer.Received) {
				this.jdbc.sql("delete from call_gate where scope = 'event' and subject = :event")
					.param("event", eventId)
					.update();
			}
		}
	}

	/**
	 * A race's own credential closes its own gate, and the default's nobody's but its.
	 */
	private Closing ofOwnCredential(Closing closing, long raceId) {
		return (closing.scope() == Scope.CREDENTIAL && racesWithCredentials().contains(raceId)) ? closing.of(raceId)
				: closing;
	}

	private Set<Long> racesWithCredentials() {
		return Set
			.copyOf(this.jdbc.sql("select race_id from credential where race_id is not null").query(Long.class).list());
	}

	@Override
	public boolean refusedAlone(long eventId, int code, String message) {
		Closing closing = Closing.refusals(eventId, code, message);
		strike(closing);
		return find(closing).map(Row::isClosed).orElse(false);
	}

	@Override
	public void open(long raceId, long eventId) {
		this.jdbc.sql("delete from call_gate where cause not in ('outage', 'throttled') and " + OF_EVENT)
			.param("race", raceId)
			.param("event", eventId)
			.update();
	}

	@Override
	public void probeNow(long raceId, long eventId) {
		this.jdbc.sql(
				"update call_gate set probe_at = :now where closed_at is not null and probe_at > :now and cause <> 'throttled' and "
						+ OF_EVENT)
			.param("now", utc(this.time.instant()))
			.param("race", raceId)
			.param("event", eventId)
			.update();
	}

	@Override
	public void credentialChanged(@Nullable Long raceId) {
		this.jdbc.sql("""
				delete from call_gate where (scope = 'credential' and subject = coalesce(cast(:race as bigint), 0))
					or (scope = 'race' and cause = 'permission' and subject = coalesce(cast(:race as bigint), subject))
				""").param("race", raceId, Types.BIGINT).update();
	}

	private void strike(Closing closing) {
		lockInstallation();
		Optional<Row> known = find(closing);
		if (known.isEmpty()) {
			insert(closing);
		}
		else if (continues(known.get(), closing)) {
			again(known.get(), closing);
		}
		else if (!known.get().isClosed() || closing.strikes() == 1 || closing.cause() == Cause.REFUSALS) {
			remove(closing);
			insert(closing);
		}
	}

	/** The same trouble once more: with refusals that is the same code. */
	private static boolean continues(Row known, Closing closing) {
		return known.cause() == closing.cause()
				&& (closing.cause() != Cause.REFUSALS || closing.code() == null || closing.code().equals(known.code()));
	}

	/** Two calls must not make one row: whoever makes one holds this lock. */
	private void lockInstallation() {
		this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
	}

	private void insert(Closing closing) {
		Instant now = this.time.instant();
		boolean closes = closing.strikes() <= 1;
		this.jdbc.sql("""
				insert into call_gate (scope, subject, cause, error_code, error_message, strikes, since, closed_at,
					probe_at, wait_ms)
				values (:scope, :subject, :cause, :code, :message, 1, :now, :closed, :probe, :wait)
				""")
			.param("scope", word(closing.scope()))
			.param("subject", closing.subject())
			.param("cause", word(closing.cause()))
			.param("code", closing.code(), Types.INTEGER)
			.param("message", closing.message())
			.param("now", utc(now))
			.param("closed", closes ? utc(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("probe", closes ? utc(now.plus(closing.firstWait())) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("wait", closing.firstWait().toMillis())
			.update();
	}

	private void again(Row known, Closing closing) {
		Instant now = this.time.instant();
		boolean closes = known.strikes() + 1 >= closing.strikes();
		Duration wait = known.isClosed() ? longer(known, closing) : closing.firstWait();
		this.jdbc.sql("""
				update call_gate set strikes = strikes + 1, error_code = :code, error_message = :message,
					closed_at = case when :closes then coalesce(closed_at, :now) else closed_at end,
					probe_at = case when :closes then :probe else probe_at end, wait_ms = :wait
				where scope = :scope and subject = :subject
				""")
			.param("code", closing.code(), Types.INTEGER)
			.param("message", closing.message())
			.param("closes", closes)
			.param("now", utc(now))
			.param("probe", utc(now.plus(wait)))
			.param("wait", wait.toMillis())
			.param("scope", word(closing.scope()))
			.param("subject", closing.subject())
			.update();
	}

	private static Duration longer(Row known, Closing closing) {
		if (closing.cause() == Cause.THROTTLED) {
			return closing.firstWait();
		}
		Duration twice = Duration.ofMillis(known.waitMillis()).multipliedBy(2);
		return (twice.compareTo(closing.longestWait()) < 0) ? twice : closing.longestWait();
	}

	private void remove(Closing closing) {
		this.jdbc.sql("delete from call_gate where scope = :scope and subject = :subject")
			.param("scope", word(closing.scope()))
			.param("subject", closing.subject())
			.update();
	}

	private Optional<Row> find(Closing closing) {
		return this.jdbc.sql("select * from call_gate where scope = :scope and subject = :subject")
			.param("scope", word(closing.scope()))
			.param("subject", closing.subject())
			.query(JdbcGates::row)
			.optional();
	}

	private List<Row> rows(long raceId, long eventId, String ending) {
		return this.jdbc.sql("select * from call_gate where " + OF_EVENT + ending)
			.param("race", raceId)
			.param("event", eventId)
			.query(JdbcGates::row)
			.list();
	}

	@Override
	public List<ClosedGate> closed() {
		List<ClosedGate> closed = closed(Set.of());
		boolean credential = closed.stream().anyMatch((gate) -> gate.scope() == Scope.CREDENTIAL);
		List<ClosedGate> rows = credential ? closed(racesWithCredentials()) : closed;
		return this.held ? Stream.concat(Stream.of(hold()), rows.stream()).toList() : rows;
	}

	private ClosedGate hold() {
		Instant now = this.time.instant();
		return new ClosedGate(Scope.EVERYTHING, 0, Cause.HELD, null, "selftimed.runsignup.hold=true", now, now,
				now.plus(Duration.ofDays(1)), Set.of());
	}

	private List<ClosedGate> closed(Set<Long> spared) {
		return this.jdbc.sql("select * from call_gate where closed_at is not null order by closed_at, scope, subject")
			.query((row, number) -> {
				Row gate = row(row, number);
				return new ClosedGate(gate.scope(), gate.subject(), gate.cause(), gate.code(),
						row.getString("error_message"), instant(row, "since"), instant(row, "closed_at"),
						instant(row, "probe_at"), spared);
			})
			.list();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		OffsetDateTime probe = row.getObject("probe_at", OffsetDateTime.class);
		return new Row(Scope.valueOf(constant(row.getString("scope"))), row.getLong("subject"),
				Cause.valueOf(constant(row.getString("cause"))), row.getObject("error_code", Integer.class),
				row.getInt("strikes"), row.getObject("closed_at") != null,
				(probe != null) ? probe.toInstant() : Instant.MIN, row.getLong("wait_ms"));
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static String constant(String word) {
		return word.toUpperCase(Locale.ROOT).replace('-', '_');
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A gate as it stands.
	 */
	private record Row(Scope scope, long subject, Cause cause, @Nullable Integer code, int strikes, boolean isClosed,
			Instant probeAt, long waitMillis) {

		boolean isShutAt(Instant now) {
			return this.probeAt.isAfter(now);
		}

	}

}
