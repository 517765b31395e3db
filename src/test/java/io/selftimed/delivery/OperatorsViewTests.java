package io.selftimed.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operators see of deliveries: gauges, a histogram and lines without names.
 */
@BothDatabases
@ExtendWith(OutputCaptureExtension.class)
class OperatorsViewTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(2, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	OperatorsViewTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	private double gauge(String name, String... tags) {
		return this.meters.get(name).tags(tags).gauge().value();
	}

	@Test
	void gaugesTellWhatWaitsAndWhatIsDoneByEvent() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.accepted(2, 102, 1_471_500);
		this.office.accepted(3, 103, 1_471_500);
		this.office.answersAllReceived();
		this.office.deliver();
		this.office.pass(Duration.ofSeconds(90));
		DeliveryMeters delivery = new DeliveryMeters(this.meters, this.database.jdbc(), this.office.gates(),
				this.office::now);
		delivery.read();
		assertThat(gauge("selftimed.delivery.due", "event", "41001")).isEqualTo(1);
		assertThat(gauge("selftimed.delivery.oldest.due", "event", "41001")).isEqualTo(90);
		assertThat(gauge("selftimed.delivery.results", "event", "41001", "state", "received")).isEqualTo(2);
		assertThat(gauge("selftimed.delivery.results", "event", "41001", "state", "waiting")).isEqualTo(1);
		assertThat(this.meters.find("selftimed.gates.closed").gauge()).isNull();
		this.office.answers((results) -> new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		this.office.deliver();
		delivery.read();
		assertThat(gauge("selftimed.gates.closed", "scope", "credential", "cause", "credential")).isEqualTo(1);
		this.office.pass(Duration.ofMinutes(2));
		this.office.abandon(Duration.ofMinutes(1));
		delivery.read();
		assertThat(gauge("selftimed.delivery.in.flight", "event", "41001")).isEqualTo(1);
		assertThat(this.meters.find("selftimed.delivery.due").gauge()).isNull();
	}

	@Test
	void aGaugeTellsWhatDriftsByEvent() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers((results) -> new UserResultsAnswer.Received(
				List.of(Optional.of(DeliveryOffice.received(results.results().getFirst(), 1_480_000L)))));
		this.office.deliver();
		DeliveryMeters delivery = new DeliveryMeters(this.meters, this.database.jdbc(), this.office.gates(),
				this.office::now);
		delivery.read();
		assertThat(gauge("selftimed.delivery.drifting", "event", "41001", "drift", "differs")).isEqualTo(1);
		this.office.accepted(1, 101, 1_480_000);
		delivery.read();
		assertThat(this.meters.find("selftimed.delivery.drifting").gauge()).isNull();
	}

	@Test
	void linesTellOfEachCallWithoutNamesAndWithoutRunSignupsWords(CapturedOutput output) {
		this.office.accepted(1, 101, 1_471_500);
		List<UserResultsAnswer> answers = List.of(new UserResultsAnswer.Unavailable(5, "Marsh broke the database"),
				new UserResultsAnswer.Refused(115, "Marsh's bib"));
		for (UserResultsAnswer answer : answers) {
			this.office.answers((results) -> answer);
			this.office.deliver();
			this.office.pass(Duration.ofMinutes(2));
		}
		assertThat(output)
			.contains("Event 41001: a call with 1 results ended as unavailable after ",
					"ended as refused (code 115) after ")
			.doesNotContain("Marsh");
	}

}
