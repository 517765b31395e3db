package io.selftimed.runsignup;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.CallerCredential.KeyAndSecret;
import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.ProbeAnswer.ForAnotherRace;
import io.selftimed.runsignup.ProbeAnswer.Missing;
import io.selftimed.runsignup.ProbeAnswer.NoAccess;
import io.selftimed.runsignup.ProbeAnswer.Rejected;
import io.selftimed.runsignup.ProbeAnswer.Undecided;
import io.selftimed.runsignup.ProbeAnswer.UnknownRace;
import io.selftimed.runsignup.ProbeAnswer.Works;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a probe asks, and how it reads whatever comes back.
 */
@BothDatabases
class CredentialProbeTests {

	private static final KeyAndSecret V2 = new KeyAndSecret(CredentialKind.API_V2, "key-of-v2", "secret-of-v2");

	private static final KeyAndSecret API_KEY = new KeyAndSecret(CredentialKind.API_KEY, "some-key", "some-secret");

	private static final String RESULT_SETS = "{\"individual_results_sets\":[]}";

	private final TestDatabase database;

	private final OpenLane lane = new OpenLane();

	private RawRemote remote;

	private CredentialOffice office;

	CredentialProbeTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race();
		this.remote = new RawRemote();
		this.office = new CredentialOffice(this.database, this.remote.address());
	}

	@AfterEach
	void close() {
		this.remote.close();
	}

	private void remote(int status, String body) {
		this.remote.answers((request) -> RawRemote.json(status, body));
	}

	@Test
	void aV2KeyIsAskedWhomItBelongsTo() {
		remote(200, "{\"entity_type\":\"race\",\"entity_specific_id\":4100}");
		assertThat(this.office.probe(this.lane, V2)).isEqualTo(new Works(4100L, "race"));
		assertThat(this.remote.requests()).singleElement()
			.asString()
			.startsWith("GET /rest/v2/auth-info/entity-info.json?rsu_api_reg=1.token&rsu_api_key=key-of-v2 HTTP")
			.containsIgnoringCase("\r\nX-RSU-API-SECRET: secret-of-v2\r\n");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "API_V2")
	void theOthersAskForTheResultSetsOfAnEvent(CredentialKind kind) {
		remote(200, RESULT_SETS);
		CallerCredential credential = (kind == CredentialKind.OAUTH) ? new Tokens("token", null, null)
				: new KeyAndSecret(kind, "k", "s");
		assertThat(this.office.probe(this.lane, credential)).isEqualTo(new Works(4100L, null));
		assertThat(this.remote.requests()).singleElement()
			.asString()
			.startsWith("GET /rest/race/4100/results/get-result-sets?format=json&event_id=41001&rsu_api_reg=1.token");
	}

	@Test
	void aKeyOfAnotherRaceOrOfNoneIsTold() {
		remote(200, "{\"entity_info\":{\"entity_type\":\"race\",\"entity_specific_id\":\"4200\"}}");
		assertThat(this.office.probe(this.lane, V2)).isEqualTo(new ForAnotherRace(4200));
		remote(200, "{\"entity_type\":\"timer\",\"entity_specific_id\":4200}");
		assertThat(this.office.probe(this.lane, V2)).isEqualTo(new Works(null, "timer"));
	}

	@Test
	void refusalsAreTold() {
		remote(200, error(6));
		assertThat(this.office.probe(this.lane, API_KEY)).isEqualTo(new Rejected(6, "So it is."));
		remote(400, error(17));
		assertThat(this.office.probe(this.lane, API_KEY)).isEqualTo(new Rejected(17, "So it is."));
		remote(200, error(7));
		assertThat(this.office.probe(this.lane, API_KEY)).isEqualTo(new NoAccess("So it is."));
		remote(200, error(301));
		assertThat(this.office.probe(this.lane, API_KEY)).isEqualTo(new UnknownRace(301, "So it is."));
		remote(401, "{\"error\":\"unauthorized\"}");
		assertThat(this.office.probe(this.lane, V2)).isEqualTo(new Rejected(6, "unauthorized"));
		remote(400, "{\"details\":[{\"code\":6,\"message\":\"key\"}]}");
		assertThat(this.office.probe(this.lane, V2)).isEqualTo(new Rejected(6, "key"));
	}

	private static String error(int code) {
		return "{\"error\":{\"error_code\":%d,\"error_msg\":\"So it is.\"}}".formatted(code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "200 |", "200 | <html>", "200 | []", "200 | {}", "500 | {}", "522 | <html>",
			"302 | {}", "502 | {}", "429 | {\"error\":{\"error_code\":14,\"error_msg\":\"slow\"}}",
			"200 | {\"entity_type\":\"race\"}", "200 | {\"error\":{\"error_code\":4,\"error_msg\":\"unknown\"}}" })
	void anythingElseDecidesNothing(int status, @Nullable String body) {
		remote(status, (body != null) ? body : "");
		assertThat(this.office.probe(this.lane, V2)).isInstanceOf(Undecided.class);
		assertThat(this.office.probe(this.lane, API_KEY)).isInstanceOf(Undecided.class);
	}

	@Test
	void jsonOfDepthAHundredThousandDecidesNothing() {
		remote(200, "[".repeat(100_000));
		assertThat(this.office.probe(this.lane, V2)).isInstanceOf(Undecided.class);
		remote(200, "{\"a\":" + "\"b\"".repeat(200_000) + "}");
		assertThat(this.office.probe(this.lane, V2)).isInstanceOf(Undecided.class);
	}

	@Test
	void aLostProbeLeavesTheLaneShut() {
		this.remote.answers((request) -> {
			throw new java.io.IOException("hang up");
		});
		assertThat(this.office.probe(this.lane, V2)).isInstanceOf(Undecided.class);
		assertThat(this.lane.staysShut()).isTrue();
		assertThat(this.remote.requests()).hasSize(1);
	}

	@Test
	void aLaneAtItsEndMakesNoCall() {
		assertThat(this.office.probe(this.lane.atItsEnd(), V2)).isInstanceOf(Undecided.class);
		assertThat(this.remote.requests()).isEmpty();
	}

	@Test
	void whatCountsForTheRaceIsTried() {
		assertThat(this.office.probe(this.lane)).isInstanceOf(Missing.class);
		this.office.credentials().enter(4100L, API_KEY);
		remote(200, RESULT_SETS);
		assertThat(this.office.probe(this.lane)).isEqualTo(new Works(4100L, null));
		assertThat(this.remote.requests()).singleElement().asString().contains("&api_key=some-key&");
	}

	@Test
	void tokensThatCountAreRenewedOnTheWay() {
		this.office.credentials()
			.enter(null, new Tokens("first-access", null, new RefreshGrant("refresh", "client", "secret")));
		this.remote.answers((request) -> request.startsWith("POST ")
				? RawRemote.json(200, "{\"access_token\":\"second-access\"}")
				: request.contains("second-access") ? RawRemote.json(200, RESULT_SETS) : RawRemote.json(200, error(6)));
		assertThat(this.office.probe(this.lane)).isInstanceOf(Undecided.class);
		assertThat(this.office.probe(this.lane)).isEqualTo(new Works(4100L, null));
	}

}
