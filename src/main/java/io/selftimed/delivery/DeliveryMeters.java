package io.selftimed.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.Gates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges of what waits and what is done, by event, read anew four times a minute. They
 * are of the whole cluster: every replica tells the same.
 */
@Component
class DeliveryMeters {

	private final JdbcClient jdbc;

	private final Gates gates;

	private final InstantSource time;

	private final MultiGauge due;

	private final MultiGauge oldestDue;

	private final MultiGauge inFlight;

	private final MultiGauge counts;

	private final MultiGauge drifting;

	private final MultiGauge closedGates;

	DeliveryMeters(MeterRegistry meters, JdbcClient jdbc, Gates gates, InstantSource time) {
		this.jdbc = jdbc;
		this.gates = gates;
		this.time = time;
		this.due = gauge(meters, "selftimed.delivery.due", "Results that are due at RunSignup");
		this.oldestDue = gauge(meters, "selftimed.delivery.oldest.due", "Seconds since the oldest of them is due");
		this.inFlight = gauge(meters, "selftimed.delivery.in.flight", "Results in a call at RunSignup");
		this.counts = gauge(meters, "selftimed.delivery.results", "Runners' results by what became of them");
		this.drifting = gauge(meters, "selftimed.delivery.drifting",
				"Results that RunSignup does not show as they were sent");
		this.closedGates = gauge(meters, "selftimed.gates.closed", "Gates of calls at RunSignup that are closed");
	}

	private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
		return MultiGauge.builder(name).description(description).register(meters);
	}

	@Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void read() {
		Instant now = this.time.instant();
		List<Due> dues = this.jdbc.sql("""
				select event_id, count(*), min(due_at) from delivery
				where due_at <= :now and claim_token is null group by event_id
				""").param("now", now.atOffset(ZoneOffset.UTC)).query(DeliveryMeters::due).list();
		this.due.register(dues.stream().<Row<?>>map((one) -> Row.of(event(one.eventId()), one.count())).toList(), true);
		this.oldestDue.register(dues.stream()
			.<Row<?>>map((one) -> Row.of(event(one.eventId()), Duration.between(one.oldest(), now).toMillis() / 1000.0))
			.toList(), true);
		this.inFlight.register(
				rows("select event_id, count(*) from delivery where claim_until is not null" + " group by event_id"),
				true);
		this.counts.register(List
			.copyOf(this.jdbc.sql("select event_id, what, sum(delta) from event_count_delta group by event_id, what")
				.query((row, number) -> Row.of(event(row.getLong(1)).and("state", row.getString(2)), row.getLong(3)))
				.list()), true);
		this.drifting.register(drifting(), true);
		this.closedGates.register(this.gates.closed().stream().<Row<?>>map(DeliveryMeters::gate).toList(), true);
	}

	private List<Row<?>> rows(String sql) {
		return List
			.copyOf(this.jdbc.sql(sql).query((row, number) -> Row.of(event(row.getLong(1)), row.getLong(2))).list());
	}

	private List<Row<?>> drifting() {
		return List.copyOf(this.jdbc.sql("""
				select event_id, drift, count(*) from delivery where drift in ('differs', 'missing')
				group by event_id, drift
				""")
			.query((row, number) -> Row.of(event(row.getLong(1)).and("drift", row.getString(2)), row.getLong(3)))
			.list());
	}

	private static Due due(ResultSet row, int number) throws SQLException {
		return new Due(row.getLong(1), row.getLong(2), row.getObject(3, OffsetDateTime.class).toInstant());
	}

	private static Row<?> gate(ClosedGate gate) {
		return Row.of(Tags.of("scope", word(gate.scope()), "subject", String.valueOf(gate.subject()), "cause",
				word(gate.cause())), 1);
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Tags event(long eventId) {
		return Tags.of("event", String.valueOf(eventId));
	}

	private record Due(long eventId, long count, Instant oldest) {
	}

}
