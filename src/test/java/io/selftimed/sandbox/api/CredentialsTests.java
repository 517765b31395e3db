package io.selftimed.sandbox.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.selftimed.sandbox.fault.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of credential opens, and nothing else does.
 */
class CredentialsTests {

	@TempDir
	private Path folder;

	private Simulator simulator;

	@BeforeEach
	void start() {
		this.simulator = new Simulator(this.folder);
	}

	@AfterEach
	void stop() throws IOException {
		this.simulator.close();
	}

	@ParameterizedTest
	@CsvSource({ "api_key,api_secret,,,API_KEY", "tmp_key,tmp_secret,,,TEMPORARY",
			"rsu_api_key,,x-rsu-api-secret,sandbox,API_V2", "sp_api_key,,x-rsu-api-secret,sandbox,SUPER_PARTNER",
			",,authorization,Bearer sandbox,OAUTH",
			",,authorization,bearer sandbox.0123456789abcdef0123456789abcdef,OAUTH" })
	void everyKindOpens(@Nullable String key, @Nullable String secret, @Nullable String header, @Nullable String value,
			SandboxKey kind) {
		assertThat(race(call(key, secret, header, value)).body()).startsWith("{\"race\":{\"race_id\":4900,");
		assertThat(this.simulator.calls.newest().getFirst().key()).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource({ "api_key,,,", "api_key,api_secret,api_secret,wrong", "rsu_api_key,,,",
			"rsu_api_key,,x-rsu-api-secret,wrong", "rsu_api_key,api_secret,,", "sp_api_key,,authorization,Bearer x",
			",,authorization,Basic sandbox", ",,authorization,Bearer sandbox.1", "tmp_key,api_secret,,", ",,," })
	void nothingElseDoes(@Nullable String key, @Nullable String secret, @Nullable String header,
			@Nullable String value) {
		assertThat(race(call(key, secret, header, value)).body())
			.isEqualTo("{\"error\":{\"error_code\":6,\"error_msg\":\"Key authentication failed.\"}}");
	}

	@Test
	void aTemporaryKeyBesideAnApiKeyIsRefused() {
		Map<String, String> query = new HashMap<>(Simulator.KEY);
		query.putAll(Map.of("tmp_key", "sandbox", "tmp_secret", "sandbox", "format", "json"));
		assertThat(race(new ApiCall("GET", "/race/4900", query, Map.of(), Map.of())).body())
			.contains("\"error_code\":6,");
	}

	@ParameterizedTest
	@CsvSource({ "sandbox,sandbox,200", "77.sandbox,sandbox,200", "77.sandbox,,400", ",sandbox,400",
			"77.wrong,sandbox,400", "sandbox,wrong,400" })
	void aCallerRegistrationIsCheckedIfItIsSent(@Nullable String token, @Nullable String secret, int status) {
		Map<String, String> query = new HashMap<>(Simulator.KEY);
		query.put("format", "json");
		Map<String, String> headers = new HashMap<>();
		putIfSaid(query, "rsu_api_reg", token);
		putIfSaid(headers, "x-rsu-api-reg-secret", secret);
		Reply reply = race(new ApiCall("GET", "/race/4900", query, Map.of(), headers));
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).contains((status == 400) ? "\"error_code\":17," : "\"race_id\":4900");
	}

	@ParameterizedTest
	@CsvSource({ "sandbox", "c2FuZGJveA==" })
	void aRefreshGivesTokensThatOpen(String clientSecret) {
		Reply reply = refresh(clientSecret, "sandbox");
		assertThat(reply.body()).isEqualTo("{\"access_token\":\"sandbox.00000000000000000000000000000000\","
				+ "\"token_type\":\"Bearer\",\"expires_in\":2592000,"
				+ "\"refresh_token\":\"sandbox.00000000000000000000000000000000\"}");
		assertThat(refresh("sandbox", "sandbox.00000000000000000000000000000000").status()).isEqualTo(200);
		assertThat(this.simulator.calls.newest()).asString().doesNotContain("sandbox.0", clientSecret + ",");
	}

	@Test
	void aRefreshWithAWrongSecretOrTokenIsRefusedWithAWord() {
		assertThat(refresh("wrong", "sandbox")).extracting(Reply::status, Reply::body)
			.containsExactly(401, "{\"error\":\"invalid_client\"}");
		assertThat(refresh("sandbox", "wrong")).extracting(Reply::status, Reply::body)
			.containsExactly(400, "{\"error\":\"invalid_grant\"}");
	}

	@Test
	void noSecretIsNoted() {
		Map<String, String> query = Map.of("format", "json", "api_key", "alice", "api_secret", "hunter2", "rsu_api_reg",
				"1.tok3n", "surprise", "s3cret");
		race(new ApiCall("GET", "/race/4900", query, Map.of("client_secret", "hunter3"),
				Map.of("authorization", "Bearer b3arer", "x-rsu-api-secret", "he4der")));
		assertThat(this.simulator.calls.newest()).singleElement()
			.asString()
			.contains("api_secret=•••")
			.doesNotContain("hunter", "alice", "tok3n", "s3cret", "b3arer", "he4der");
	}

	private static ApiCall call(@Nullable String key, @Nullable String secret, @Nullable String name,
			@Nullable String value) {
		Map<String, String> query = new HashMap<>();
		query.put("format", "json");
		putIfSaid(query, key, "sandbox");
		putIfSaid(query, secret, "sandbox");
		Map<String, String> headers = new HashMap<>();
		if (name != null && name.startsWith("api_")) {
			putIfSaid(query, name, value);
		}
		else {
			putIfSaid(headers, name, value);
		}
		return new ApiCall("GET", "/race/4900", query, Map.of(), headers);
	}

	private static void putIfSaid(Map<String, String> values, @Nullable String name, @Nullable String value) {
		if (name != null && value != null) {
			values.put(name, value);
		}
	}

	private Reply race(ApiCall call) {
		return this.simulator.call(call);
	}

	private Reply refresh(String clientSecret, String token) {
		return this.simulator.call(
				new ApiCall(
						"POST", "/v2/auth/refresh-token.json", Map.of(), Map.of("grant_type", "refresh_token",
								"client_id", "sandbox", "client_secret", clientSecret, "refresh_token", token),
						Map.of()));
	}

}
