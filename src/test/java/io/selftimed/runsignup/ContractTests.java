package io.selftimed.runsignup;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.selftimed.runsignup.ReadAnswer.Found;
import io.selftimed.runsignup.RunSignupSettings.Credential;
import io.selftimed.runsignup.UserResult.Tally;
import io.selftimed.runsignup.UserResult.Time;
import io.selftimed.runsignup.UserResultsAnswer.CredentialBad;
import io.selftimed.runsignup.UserResultsAnswer.Received;
import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;
import io.selftimed.runsignup.UserResultsAnswer.Refused;
import io.selftimed.runsignup.UserResultsAnswer.SetUpWrongly;
import io.selftimed.runsignup.UserResultsAnswer.Throttled;
import io.selftimed.runsignup.UserResultsAnswer.Unavailable;
import io.selftimed.runsignup.UserResultsAnswer.Unknown;
import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.grant.GrantRequest;
import io.selftimed.sandbox.grant.Grants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client against the contract, in two ways that cannot err together: each request is
 * held byte for byte against a recorded one, and the recorded one is sent to the
 * simulator, which shares nothing with the client.
 */
class ContractTests {

	private static final UserResult WINTER = new UserResult(3210L, 123L, new Time.Clock(1_020_100), new Tally.Cleared(),
			1200L);

	private static final UserResult SUMMER = new UserResult(3211L, 456L, new Time.Clock(1_020_200),
			new Tally.Set(new BigDecimal("1.75")), 12000L);

	private static final UserResults PUBLISHED_JSON = new UserResults(4900, 49001, null, List.of(WINTER, SUMMER));

	private static final UserResults PUBLISHED_XML = new UserResults(4900, 49002, null, List.of(
			new UserResult(3210L, 123L, new Time.Clock(1_020_100), new Tally.Cleared(), null),
			new UserResult(3211L, 987L, new Time.Clock(1_022_500), new Tally.Set(new BigDecimal("1.75")), null)));

	private static final UserResults TO_A_SET = new UserResults(4100, 41002, 51003L,
			List.of(new UserResult(null, 101L, Time.Code.DNF, new Tally.Unchanged(), null)));

	@TempDir
	private static Path folder;

	private static SimulatorOnAPort simulator;

	@BeforeAll
	static void start() {
		simulator = new SimulatorOnAPort(folder);
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void theSimulatorGivesTokensForTheCodeThatABrowserBrings() {
		String back = "https://results.example.org/back";
		GrantRequest asked = new GrantRequest("code", "sandbox", back, null, null, "v".repeat(43), "plain");
		Grants grants = simulator.part(Grants.class);
		try (ClientTo client = new ClientTo(simulator.address(), ClientTo.TOKEN, Format.JSON)) {
			assertThat(client.redeem(grants.give(asked, null, Instant.now()), "w".repeat(43), back))
				.isInstanceOf(RefreshAnswer.Refused.class);
			assertThat(client.redeem(grants.give(asked, null, Instant.now()), "v".repeat(43), back))
				.isInstanceOfSatisfying(RefreshAnswer.Renewed.class,
						(tokens) -> assertThat(tokens.life()).isEqualTo(Duration.ofDays(30)));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aRequestIsTheRecordedOneAndTheSimulatorTakesIt(Recorded recorded) throws IOException {
		String expected = recorded.text();
		try (RawRemote remote = new RawRemote(); ClientTo client = recorded.client(remote.address())) {
			remote.answers((request) -> RawRemote.json(200, "{}"));
			recorded.call.apply(client);
			String sent = remote.requests().getFirst().replace(remote.address().substring(7), "remote");
			assertThat(sent).isEqualTo(expected);
		}
		assertThat(simulator.replay(expected)).doesNotContain("error").contains(recorded.answered);
		try (ClientTo client = recorded.client(simulator.address())) {
			assertThat(recorded.call.apply(client)).isInstanceOfAny(Received.class, Found.class,
					ProbeAnswer.Works.class, RefreshAnswer.Renewed.class);
		}
	}

	@Test
	void thePublishedRequestsAreWhatIsWritten() {
		assertThat(new UserResultsDocument(Format.JSON).write(PUBLISHED_JSON.results()))
			.isEqualTo(dense("published-request.json"));
		assertThat(new UserResultsDocument(Format.XML).write(PUBLISHED_XML.results()))
			.isEqualTo(dense("published-request.xml"));
	}

	@Test
	void thePublishedAnswersAreUnderstood() {
		assertThat(read(8106676L, "published-response.json"))
			.contains(new ReceivedResult(8106676L, 1L, 1586571360L, 17030L, 1_020_000L, 1200L, null));
		assertThat(read(2645519L, "published-response.xml"))
			.contains(new ReceivedResult(2645519L, 1L, 1586572952L, 895L, 1_020_500L, null, null));
	}

	private static Optional<ReceivedResult> read(long registrationId, String name) {
		UserResult sent = new UserResult(registrationId, null, Time.Code.DNF, new Tally.Unchanged(), null);
		return ((Received) new UserResultsReader(Instant::now).read(List.of(sent),
				new Reply.Whole(200, null, Documents.of(resource(name)))))
			.items()
			.getFirst();
	}

	@ParameterizedTest
	@EnumSource
	void eachFaultIsToldFromTheOthers(Fault fault) {
		boolean silent = fault == Fault.HANG || fault == Fault.DRIP || fault == Fault.APPLIED_THEN_SILENCE;
		Duration deadline = silent ? Duration.ofMillis(500) : Duration.ofSeconds(20);
		for (Format format : silent ? List.of(Format.JSON) : List.of(Format.values())) {
			try (ClientTo client = new ClientTo(simulator.address(), ClientTo.API_V2, format, deadline)) {
				simulator.nextCallMeets(fault, silent ? Duration.ofMillis(1500) : Duration.ZERO);
				UserResults sent = (format == Format.JSON) ? PUBLISHED_JSON : PUBLISHED_XML;
				UserResultsAnswer answer = client.post(sent);
				assertThat(answer).as("%s %s", fault, format).isInstanceOf(meaning(fault));
				if (answer instanceof Received received) {
					assertThat(items(received, sent)).as("%s %s", fault, format).isEqualTo(answered(fault));
				}
				assertThat(client.lane.staysShut()).as("%s %s", fault, format).isEqualTo(answer instanceof Unknown);
			}
		}
		simulator.comesToRest();
	}

	private static Class<? extends UserResultsAnswer> meaning(Fault fault) {
		return switch (fault) {
			case SLOW, WRONG_CONTENT_TYPE, DOCTYPE, PARTIAL, WRONG_ITEM, ANSWERED_TWICE, OTHER_TIME, NUMBERS_AS_STRINGS,
					UNKNOWN_FIELDS, BAD_ITEM_DROPPED ->
				Received.class;
			case HANG, DRIP, RESET, APPLIED_THEN_RESET, APPLIED_THEN_SILENCE, APPLIED_LATE, BAD_GATEWAY, TIMEOUT,
					CUT_SHORT ->
				Unknown.class;
			case TOO_MANY_REQUESTS, CODE_14 -> Throttled.class;
			case CODE_4, CODE_5, ERROR_AS_STRING, CONNECTION_TIMED_OUT, EMPTY, GARBAGE, REDIRECT, GIGANTIC ->
				Unavailable.class;
			case CODE_6, CODE_7, CODE_17 -> CredentialBad.class;
			case CODE_201, CODE_301 -> SetUpWrongly.class;
			case CODE_UNKNOWN, ERROR_AS_DETAILS, BAD_ITEM -> Refused.class;
		};
	}

	/** Of each of the two items: as sent, with another time, or nothing. */
	private static List<String> items(Received received, UserResults sent) {
		List<String> items = new ArrayList<>();
		for (int index = 0; index < received.items().size(); index++) {
			UserResult result = sent.results().get(index);
			items.add(received.items().get(index).map((item) -> result.differs(item) ? "differs" : "same").orElse("-"));
		}
		return items;
	}

	private static List<String> answered(Fault fault) {
		return switch (fault) {
			case PARTIAL -> List.of("same", "-");
			case WRONG_ITEM, BAD_ITEM_DROPPED -> List.of("-", "same");
			case OTHER_TIME -> List.of("differs", "differs");
			default -> List.of("same", "same");
		};
	}

	private static byte[] resource(String name) {
		try (InputStream in = ContractTests.class.getResourceAsStream("/runsignup/" + name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String dense(String name) {
		return new String(resource(name), StandardCharsets.UTF_8).replaceAll("(?m)^\\s+", "")
			.replace("\n", "")
			.replace("\": ", "\":");
	}

	/**
	 * Requests as they stand in the folder {@code requests}.
	 */
	private enum Recorded {

		POST_JSON(ClientTo.API_V2, Format.JSON, (client) -> client.post(PUBLISHED_JSON), "\"bib_num\":456"),

		POST_XML(new Credential("api-key", "sandbox", "sandbox"), Format.XML, (client) -> client.post(PUBLISHED_XML),
				"<bib_num>456</bib_num>"),

		POST_TO_A_SET(new Credential("super-partner", "sandbox", "sandbox"), Format.JSON,
				(client) -> client.post(TO_A_SET), "\"registration_id\":41002101"),

		POST_WITH_TEMPORARY_KEY(new Credential("temporary", "sandbox", "sandbox"), Format.JSON,
				(client) -> client.post(TO_A_SET), "51003"),

		POST_WITH_TOKEN(ClientTo.TOKEN, Format.JSON, (client) -> client.post(TO_A_SET), "51003"),

		RACE(ClientTo.API_V2, Format.XML, (client) -> client.reads().race(4100), "Harbor Lights"),

		PARTICIPANTS(ClientTo.API_V2, Format.JSON, (client) -> client.reads().participants(4100, 41001, 2, 25, null),
				"41001126"),

		PARTICIPANTS_CHANGED(ClientTo.API_V2, Format.JSON,
				(client) -> client.reads().participants(4100, 41001, 1, 50, Instant.ofEpochSecond(1586571360)),
				"41001101"),

		REMOVED_PARTICIPANTS(ClientTo.API_V2, Format.JSON,
				(client) -> client.reads().removedParticipants(4100, 41001, 1, 50), "transferred"),

		RESULT_SETS(ClientTo.API_V2, Format.JSON, (client) -> client.reads().resultSets(4100, 41002), "51003"),

		RESULTS(ClientTo.API_V2, Format.JSON, (client) -> client.reads().results(4100, 41002, 51003, 1, 50), "51003"),

		RESULT_OF(ClientTo.API_V2, Format.JSON, (client) -> client.reads().resultOf(4100, 41002, 51003, 41002101),
				"51003"),

		VIRTUAL_SETTINGS(ClientTo.API_V2, Format.JSON, (client) -> client.reads().virtualSettings(4100, 41001),
				"results_require_approval"),

		PROBE_OF_A_V2_KEY(ClientTo.API_V2, Format.JSON, (client) -> client.probe(4100, 41001), "entity_type"),

		PROBE_OF_ANOTHER_KEY(new Credential("api-key", "sandbox", "sandbox"), Format.JSON,
				(client) -> client.probe(4100, 41001), "51001"),

		REFRESH_TOKEN(ClientTo.TOKEN, Format.JSON, (client) -> client.refresh("sandbox", "sandbox", "sandbox"),
				"access_token");

		private final Credential credential;

		private final Format format;

		private final Function<ClientTo, Object> call;

		private final String answered;

		Recorded(Credential credential, Format format, Function<ClientTo, Object> call, String answered) {
			this.credential = credential;
			this.format = format;
			this.call = call;
			this.answered = answered;
		}

		ClientTo client(String address) {
			return new ClientTo(address, this.credential, this.format);
		}

		/** Lines end as HTTP wants it; the body has none. */
		String text() {
			String name = "requests/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".http";
			String text = new String(resource(name), StandardCharsets.UTF_8);
			return Arrays.stream(text.split("\n", -1)).collect(Collectors.joining("\r\n"));
		}

	}

}
