package io.selftimed.runsignup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.selftimed.runsignup.UserResult.Tally;
import io.selftimed.runsignup.UserResult.Time;
import io.selftimed.runsignup.UserResultsAnswer.Received;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any list of results comes through the wire as it was sent, in both formats: what the
 * simulator holds at last is what the client meant.
 */
class AnyResultsTests {

	/** An event with elevation gain, and a tally for who sends one. */
	private static final long EVENT = 41003;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The tally of each registration, as it should stand at RunSignup. */
	private static final Map<Long, Optional<BigDecimal>> TALLIES = new HashMap<>();

	private static Path folder;

	private static SimulatorOnAPort simulator;

	@BeforeContainer
	static void start() throws IOException {
		folder = Files.createTempDirectory("any-results");
		simulator = new SimulatorOnAPort(folder);
	}

	@AfterContainer
	static void stop() throws IOException {
		simulator.close();
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
	}

	@Property(tries = 150)
	void surviveTheWireInJson(@ForAll("results") List<UserResult> results) {
		survive(results, Format.JSON);
	}

	@Property(tries = 150)
	void surviveTheWireInXml(@ForAll("results") List<UserResult> results) {
		survive(results, Format.XML);
	}

	private static void survive(List<UserResult> results, Format format) {
		try (ClientTo client = new ClientTo(simulator.address(), ClientTo.API_V2, format)) {
			UserResultsAnswer answer = client.post(new UserResults(4100, EVENT, null, results));
			assertThat(answer).isInstanceOf(Received.class);
			assertThat(((Received) answer).items()).hasSameSizeAs(results)
				.allSatisfy((item) -> assertThat(item).isPresent());
			for (int index = 0; index < results.size(); index++) {
				UserResult sent = results.get(index);
				UserResultsAnswer.ReceivedResult answered = ((Received) answer).items().get(index).orElseThrow();
				assertThat(answered.registrationId()).isEqualTo(registration(sent));
				assertThat(answered.elevationGainInMillimetres()).isEqualTo(sent.elevationGainInMillimetres());
				assertThat(sent.differs(answered)).isFalse();
			}
			holds(results);
		}
	}

	private static void holds(List<UserResult> results) {
		Map<Long, JsonNode> held = lastBatch();
		assertThat(held).hasSameSizeAs(results);
		for (UserResult sent : results) {
			JsonNode result = held.get(registration(sent));
			assertThat(result.path("elevationGain").longValue()).isEqualTo(sent.elevationGainInMillimetres());
			switch (sent.time()) {
				case Time.Code code -> assertThat(result.path("clockTime").stringValue()).isEqualTo(code.name());
				case Time.Clock(long milliseconds) ->
					assertThat(result.path("milliseconds").longValue()).isEqualTo(milliseconds);
			}
			Optional<BigDecimal> tally = switch (sent.tally()) {
				case Tally.Unchanged() -> TALLIES.getOrDefault(registration(sent), Optional.empty());
				case Tally.Cleared() -> Optional.empty();
				case Tally.Set(BigDecimal value) -> Optional.of(value);
			};
			TALLIES.put(registration(sent), tally);
			assertThat(result.path("tally").decimalValue(new BigDecimal("-1")))
				.isEqualByComparingTo(tally.orElse(new BigDecimal("-1")));
		}
	}

	/** The simulator writes a line for each call. */
	private static Map<Long, JsonNode> lastBatch() {
		try {
			List<String> lines = Files.readAllLines(folder.resolve("sandbox-runsignup.jsonl"));
			Map<Long, JsonNode> batch = new HashMap<>();
			JSON.readTree(lines.getLast())
				.forEach((result) -> batch.put(result.path("registrationId").longValue(), result));
			return batch;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long registration(UserResult result) {
		Long bib = result.bib();
		return (result.registrationId() != null) ? result.registrationId() : EVENT * 1000 + ((bib != null) ? bib : 0);
	}

	@Provide
	Arbitrary<List<UserResult>> results() {
		return result().list().ofMinSize(1).ofMaxSize(25).uniqueElements(AnyResultsTests::registration);
	}

	private static Arbitrary<UserResult> result() {
		Arbitrary<Long> bibs = Arbitraries.longs().between(101, 500);
		Arbitrary<Time> times = Arbitraries.oneOf(Arbitraries.of(Time.Code.values()),
				Arbitraries.longs().between(1, 35_999_999).map((tenths) -> new Time.Clock(tenths * 100)));
		Arbitrary<Tally> tallies = Arbitraries.oneOf(Arbitraries.just(new Tally.Unchanged()),
				Arbitraries.just(new Tally.Cleared()),
				Arbitraries.bigDecimals()
					.between(BigDecimal.ZERO, new BigDecimal("99999"))
					.ofScale(3)
					.map(Tally.Set::new));
		Arbitrary<Long> elevations = Arbitraries.longs().between(0, 100_000_000);
		return Combinators.combine(Arbitraries.of(Known.values()), bibs, times, tallies, elevations)
			.as((known, bib, time, tally, elevation) -> new UserResult((known == Known.BIB) ? null : EVENT * 1000 + bib,
					(known == Known.REGISTRATION) ? null : (known == Known.WRONG_BIB) ? Long.valueOf(7) : bib, time,
					tally, elevation));
	}

	/** By what the runner is known; a wrong bib beside a registration does no harm. */
	private enum Known {

		REGISTRATION, BIB, BOTH, WRONG_BIB

	}

}
