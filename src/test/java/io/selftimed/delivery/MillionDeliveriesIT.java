package io.selftimed.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a million results delivered and a hundred thousand due, what a worker asks the
 * database looks at what is due only.
 */
@Tag("endurance")
class MillionDeliveriesIT {

	private static final int DELIVERED = 1_000_000;

	private static final int DUE = 100_000;

	private static final int BATCHES = 200;

	private static final DeliverySettings SETTINGS = new DeliverySettings(25, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private TestDatabase database = TestDatabase.H2;

	@AfterEach
	void clean() {
		this.database.clean();
	}

	@ParameterizedTest
	@EnumSource
	void theClaimStaysCheap(TestDatabase kind) throws IOException {
		this.database = kind;
		kind.clean();
		HarborLights.in(kind).race().harbor5k().harborMiles();
		fill(1, 1000, 0);
		Duration few = claims();
		kind.clean();
		HarborLights.in(kind).race().harbor5k().harborMiles();
		fill(1, DUE, 0);
		fill(DUE + 1, DUE + DELIVERED, 1);
		Duration many = claims();
		plans().forEach((statement, plan) -> assertThat(plan.toLowerCase(Locale.ROOT)).as(statement)
			.doesNotContain("seq scan on delivery")
			.doesNotContain("delivery.tablescan")
			.contains("delivery_"));
		Files.writeString(Path.of("target", "endurance.txt"),
				"%s: a claim of 25 takes %.2f ms with 1,000 due and none delivered, %.2f ms with 100,000 due and 1,000,000 delivered%n"
					.formatted(kind, few.toNanos() / 1e6 / BATCHES, many.toNanos() / 1e6 / BATCHES),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	/** Takes claims, each leaving less that is due; the first few warm up. */
	private Duration claims() {
		DeliveryOffice office = new DeliveryOffice(this.database, SETTINGS);
		office.pass(Duration.ofHours(1));
		int most = jdbc().sql("select count(*) from delivery where due_at is not null").query(Integer.class).single()
				/ 25;
		int warm = Math.min(20, most / 4);
		for (int turn = 0; turn < warm; turn++) {
			office.abandon(Duration.ofHours(1));
		}
		int counted = Math.min(BATCHES, most - warm);
		long start = System.nanoTime();
		for (int turn = 0; turn < counted; turn++) {
			office.abandon(Duration.ofHours(1));
		}
		return Duration.ofNanos((System.nanoTime() - start) * BATCHES / counted);
	}

	private Map<String, String> plans() {
		return Map.of("the event whose turn it is", plan(DueEvents.NEXT_DUE), "what is due of it",
				plan(Claims.LOCK_DUE), "claims that ran out", plan(LostClaims.LOST));
	}

	private String plan(String statement) {
		String asked = statement.replace(":after", "0")
			.replace(":event", "41001")
			.replace(":most", "25")
			.replace(":now", "timestamp with time zone '2026-07-02 00:00:00+00'");
		return String.join("\n", jdbc().sql("explain " + asked).query(String.class).list());
	}

	/** Runners of the 5K; those who are delivered have nothing due. */
	private void fill(int first, int last, int delivered) {
		String numbers = (this.database == TestDatabase.H2)
				? "select x as n from system_range(%d, %d)".formatted(first, last)
				: "select n from generate_series(%d, %d) as n".formatted(first, last);
		for (String statement : List.of("""
				insert into participant (id, event_id, registration_id, bib, last_name)
				select n, 41001, 41001000 + n, n, 'Marsh' from (%s) numbers""",
				"""
						insert into submission (id, event_id, participant_id, number, submitted_at, outcome, clock_time_ms,
							identity_shown, review, receipt_hash)
						select n, 41001, n, 1, timestamp with time zone '2026-07-01 00:00:00+00', 'FINISHED', 1500000, 'last-name',
							'accepted', cast(n as varchar(20)) from (%s) numbers""")) {
			jdbc().sql(statement.formatted(numbers)).update();
		}
		jdbc()
			.sql("""
					insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, delivered_version,
						state, batch_limit, due_at)
					select n, 41001, 1, n, %d, '%s', 25, %s from (%s) numbers
					"""
				.formatted(delivered, (delivered == 1) ? "received" : "waiting",
						(delivered == 1) ? "cast(null as timestamp with time zone)"
								: "timestamp with time zone '2026-07-01 00:00:00+00'",
						numbers))
			.update();
		jdbc().sql((this.database == TestDatabase.H2) ? "analyze" : "analyze delivery").update();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
