package io.selftimed.sandbox.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.selftimed.sandbox.fault.Reply;
import io.selftimed.sandbox.grant.GrantRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A code gives tokens once, soon, to the same program and to nobody else.
 */
class RedeemCodeTests {

	private static final String BACK = "https://results.example.org/back";

	/** The verifier and its challenge that RFC 7636 prints in appendix B. */
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

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
	@CsvSource({ "sandbox", "c2FuZGJveA==" })
	void aCodeGivesTokensThatOpenAndOnlyOnce(String clientSecret) {
		String code = given(null, Simulator.PUBLISHED);
		Reply tokens = redeem("client_secret", clientSecret, "code", code);
		assertThat(tokens.status()).isEqualTo(200);
		assertThat(tokens.body()).startsWith("{\"access_token\":\"sandbox.").contains("\"refresh_token\":\"sandbox.");
		assertThat(race("4900", accessToken(tokens))).contains("\"race_id\":4900");
		assertThat(redeem("code", code)).extracting(Reply::status, Reply::body)
			.containsExactly(400, "{\"error\":\"invalid_grant\"}");
		assertThat(this.simulator.calls.newest()).asString().doesNotContain(code, VERIFIER);
	}

	@ParameterizedTest
	@CsvSource({ "code,code.0", "redirect_uri,https://results.example.org/other",
			"code_verifier,dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX",
			"code_verifier,E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_verifier,", "redirect_uri," })
	void whatDoesNotFitGivesNothing(String field, @Nullable String value) {
		assertThat(redeem("code", given(null, Simulator.PUBLISHED), field, value))
			.extracting(Reply::status, Reply::body)
			.containsExactly(400, "{\"error\":\"invalid_grant\"}");
	}

	@Test
	void aWrongTrySpendsTheCodeButAWrongClientDoesNot() {
		String code = given(null, Simulator.PUBLISHED);
		assertThat(redeem("code", code, "client_secret", "wrong").body()).isEqualTo("{\"error\":\"invalid_client\"}");
		assertThat(redeem("code", code, "grant_type", "password").body())
			.isEqualTo("{\"error\":\"unsupported_grant_type\"}");
		assertThat(redeem("code", code).status()).isEqualTo(200);
		String other = given(null, Simulator.PUBLISHED);
		redeem("code", other, "code_verifier", "wrong");
		assertThat(redeem("code", other).status()).isEqualTo(400);
	}

	@Test
	void aCodeIsOverAfterTenMinutes() {
		assertThat(redeem("code", given(null, Simulator.PUBLISHED.minus(Duration.ofSeconds(599)))).status())
			.isEqualTo(200);
		assertThat(redeem("code", given(null, Simulator.PUBLISHED.minus(Duration.ofMinutes(10)))).status())
			.isEqualTo(400);
	}

	@Test
	void tokensOfOneRaceOpenNoOtherAndStaySoWhenTheyAreRenewed() {
		String token = accessToken(redeem("code", given(4100L, Simulator.PUBLISHED)));
		assertThat(race("4100", token)).contains("\"race_id\":4100");
		assertThat(race("4900", token))
			.isEqualTo("{\"error\":{\"error_code\":7,\"error_msg\":\"Permission denied.\"}}");
		Reply renewed = this.simulator
			.call(new ApiCall("POST", "/v2/auth/refresh-token.json", Map.of(), Map.of("grant_type", "refresh_token",
					"client_id", "sandbox", "client_secret", "sandbox", "refresh_token", token), Map.of()));
		assertThat(race("4900", accessToken(renewed))).contains("\"error_code\":7");
	}

	private String given(@Nullable Long raceId, Instant at) {
		return this.simulator.grants.give(new GrantRequest("code", "sandbox", BACK, null, "state", CHALLENGE, "S256"),
				raceId, at);
	}

	/** Redeems with everything right but for some fields; null takes one away. */
	private Reply redeem(@Nullable String... others) {
		Map<String, String> form = new HashMap<>(Map.of("grant_type", "authorization_code", "client_id", "sandbox",
				"client_secret", "sandbox", "redirect_uri", BACK, "code_verifier", VERIFIER));
		for (int field = 0; field < others.length; field += 2) {
			String value = others[field + 1];
			if (value != null) {
				form.put(String.valueOf(others[field]), value);
			}
			else {
				form.remove(String.valueOf(others[field]));
			}
		}
		return this.simulator.call(new ApiCall("POST", "/v2/auth/auth-code-redemption.json", Map.of(), form, Map.of()));
	}

	private String race(String raceId, String token) {
		return this.simulator
			.call(new ApiCall("GET", "/race/" + raceId, Map.of("format", "json"), Map.of(),
					Map.of("authorization", "Bearer " + token)))
			.body();
	}

	private static String accessToken(Reply tokens) {
		return tokens.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
	}

}
