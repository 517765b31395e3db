package io.selftimed.runsignup;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.CallerCredential.KeyAndSecret;
import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.Credentials.Change;
import io.selftimed.runsignup.Credentials.State;
import io.selftimed.runsignup.UserResultsAnswer.CredentialBad;
import io.selftimed.runsignup.UserResultsAnswer.NeverSent;
import io.selftimed.runsignup.UserResultsAnswer.Received;
import io.selftimed.runsignup.UserResultsAnswer.Unavailable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of OAuth's tokens against a real socket, with a clock that is moved by hand.
 */
@BothDatabases
class TokenRenewalTests {

	private static final Duration MONTH = Duration.ofDays(30);

	private static final String REFRESH = "/rest/v2/auth/refresh-token.json";

	private static final String RESULTS = "/results/user-results";

	private static final String SUCCESS = RawRemote.json(200,
			"{\"virtual_results\":[{\"registration_id\":41001101,\"bib_num\":101}]}");

	private static final String CODE_6 = RawRemote.json(200,
			"{\"error\":{\"error_code\":6,\"error_msg\":\"Key authentication failed.\"}}");

	private static final String NEW_TOKENS = RawRemote.json(200,
			"{\"access_token\":\"second-access\",\"refresh_token\":\"second-refresh\",\"expires_in\":2592000}");

	private static final RefreshGrant GRANT = new RefreshGrant("first-refresh", "client+id", "client/secret");

	private final TestDatabase database;

	private final OpenLane lane = new OpenLane();

	private RawRemote remote;

	private CredentialOffice office;

	TokenRenewalTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race();
		this.remote = new RawRemote();
		this.office = new CredentialOffice(this.database, this.remote.address());
		remote("first-access", NEW_TOKENS);
	}

	@AfterEach
	void close() {
		this.remote.close();
	}

	/** RunSignup takes one token, and answers this to the wish for another. */
	private void remote(String accepted, String tokens) {
		this.remote.answers((request) -> request.startsWith("POST " + REFRESH) ? tokens
				: request.contains("Bearer " + accepted + "\r\n") ? SUCCESS : CODE_6);
	}

	private void entered(@Nullable RefreshGrant grant) {
		this.office.credentials().enter(4100L, new Tokens("first-access", this.office.now().plus(MONTH), grant));
	}

	private State state() {
		return this.office.credentials().describe(4100L).orElseThrow().state();
	}

	@Test
	void aTokenInItsPrimeIsUsedAsItIs() {
		entered(GRANT);
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(this.remote.requests()).singleElement()
			.asString()
			.startsWith("POST /rest/race/4100" + RESULTS + "?format=json&rsu_api_reg=1.token HTTP")
			.containsIgnoringCase("\r\nAuthorization: Bearer first-access\r\n");
	}

	@Test
	void onTheLastDayNewTokensAreFetchedAndUsedByTheSameCall() {
		entered(GRANT);
		this.office.pass(MONTH.minusHours(24));
		remote("second-access", NEW_TOKENS);
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(this.remote.requests(REFRESH)).singleElement()
			.asString()
			.startsWith("POST " + REFRESH + "?rsu_api_reg=1.token HTTP")
			.containsIgnoringCase("\r\nX-RSU-API-REG-SECRET: reg\r\n")
			.doesNotContain("first-access")
			.endsWith("\r\n\r\ngrant_type=refresh_token&client_id=client%2Bid&client_secret=client%2Fsecret"
					+ "&refresh_token=first-refresh");
		this.office.pass(Duration.ofDays(28));
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(this.remote.requests(REFRESH)).hasSize(1);
	}

	@Test
	void newTokensAreStoredBeforeTheyAreUsed() {
		entered(GRANT);
		this.office.pass(MONTH);
		AtomicReference<InForce> storedThen = new AtomicReference<>();
		this.remote.answers((request) -> {
			if (request.startsWith("POST " + REFRESH)) {
				return NEW_TOKENS;
			}
			storedThen.set(this.office.inForce().of(4100));
			return SUCCESS;
		});
		this.office.post(this.lane);
		assertThat(storedThen.get()).isInstanceOfSatisfying(InForce.Kept.class,
				(kept) -> assertThat(kept.credential())
					.isEqualTo(new Tokens("second-access", this.office.now().plus(MONTH),
							new RefreshGrant("second-refresh", "client+id", "client/secret"))));
		assertThat(this.database.jdbc().sql("select * from credential").query().listOfRows().toString())
			.doesNotContain("second-");
	}

	@Test
	void afterCode6NewTokensAreFetchedAndTheNextCallUsesThem() {
		entered(GRANT);
		remote("second-access", NEW_TOKENS);
		assertThat(this.office.post(this.lane))
			.isEqualTo(new Unavailable(6, "The access token had ended and is renewed."));
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(this.remote.requests(REFRESH)).hasSize(1);
	}

	@Test
	void afterCode6WithALaneAtItsEndTheNextCallFetchesFirst() {
		entered(GRANT);
		remote("second-access", NEW_TOKENS);
		this.remote.answers((request) -> {
			this.lane.atItsEnd();
			return CODE_6;
		});
		assertThat(this.office.post(this.lane)).isInstanceOf(Unavailable.class);
		remote("second-access", NEW_TOKENS);
		assertThat(this.office.post(new OpenLane())).isInstanceOf(Received.class);
	}

	@Test
	void tokensThatCameJustNowAreNotFetchedAgain() {
		entered(GRANT);
		remote("none at all", NEW_TOKENS);
		this.office.post(this.lane);
		assertThat(this.office.post(this.lane)).isEqualTo(new CredentialBad(6, "Key authentication failed."));
		assertThat(this.remote.requests(REFRESH)).hasSize(1);
	}

	@Test
	void withoutARefreshTokenNoRefreshIsTried() {
		entered(null);
		remote("another", NEW_TOKENS);
		assertThat(this.office.post(this.lane)).isEqualTo(new CredentialBad(6, "Key authentication failed."));
		this.office.pass(MONTH);
		assertThat(this.office.post(this.lane)).isEqualTo(new CredentialBad(6, "Key authentication failed."));
		assertThat(this.remote.requests(REFRESH)).isEmpty();
	}

	@Test
	void theClientSecretIsTriedInBase64AfterItWasRefused() {
		entered(GRANT);
		this.office.pass(MONTH);
		this.remote.answers((request) -> request.contains("client_secret=client%2Fsecret")
				? RawRemote.json(401, "{\"error\":\"invalid_client\"}")
				: request.contains(REFRESH) ? NEW_TOKENS : SUCCESS);
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(this.remote.requests(REFRESH)).hasSize(2);
		assertThat(this.remote.requests(REFRESH).getLast()).contains("&client_secret=Y2xpZW50L3NlY3JldA%3D%3D&");
	}

	@Test
	void tokensThatAreRefusedHoldToTheirEndAndAreThenAskedForAgain() {
		entered(GRANT);
		this.office.pass(MONTH.minusHours(24));
		remote("first-access", RawRemote.json(400, "{\"error\":\"invalid_grant\"}"));
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(this.remote.requests(REFRESH)).as("verbatim and base64, once").hasSize(2);
		assertThat(state()).isEqualTo(State.ENTER_AGAIN);
		this.office.pass(Duration.ofDays(1));
		assertThat(this.office.post(this.lane))
			.isEqualTo(new CredentialBad(null, "RunSignup renews these tokens no more: enter the credential again."));
		this.office.credentials()
			.replace(4100L, this.office.credentials().describe(4100L).orElseThrow().version(),
					new KeyAndSecret(CredentialKind.API_V2, "k", "s"));
		assertThat(state()).isEqualTo(State.OK);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "500 | {\"error\":\"server\"}", "429 | {\"error\":\"slow down\"}", "200 | ", "200 | <html>",
					"200 | {\"error\":{\"error_code\":4,\"error_msg\":\"Unknown\"}}", "200 | {\"access_token\":\"\"}",
					"404 | {}", "302 | {}", "200 | {\"access_token\":{\"a\":[]}}" })
	void troubleAtRunSignupIsNoRefusal(int status, @Nullable String body) {
		entered(GRANT);
		this.office.pass(MONTH);
		remote("first-access", RawRemote.json(status, (body != null) ? body : ""));
		assertThat(this.office.post(this.lane)).isInstanceOf(NeverSent.class);
		assertThat(state()).isEqualTo(State.OK);
		assertThat(this.remote.requests(RESULTS)).isEmpty();
		remote("second-access", NEW_TOKENS);
		assertThat(this.office.post(this.lane)).as("not before a minute has passed").isInstanceOf(NeverSent.class);
		this.office.pass(RefreshTiming.AFTER_TROUBLE);
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
	}

	@Test
	void aWrongRegistrationIsNotTheTokensFaultAndIsToldOnce() {
		entered(GRANT);
		this.office.pass(MONTH);
		remote("first-access", RawRemote.json(400, "{\"error\":{\"error_code\":17,\"error_msg\":\"Registration\"}}"));
		assertThat(this.office.post(this.lane)).isInstanceOf(NeverSent.class);
		assertThat(this.remote.requests(REFRESH)).hasSize(1);
		assertThat(state()).isEqualTo(State.OK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 502 Gone\r\nContent-Length: 0\r\n\r\n" })
	void afterALostRefreshTheLaneStaysShut(String answer) {
		entered(GRANT);
		this.office.pass(MONTH);
		this.remote.answers((request) -> {
			if (answer.isEmpty()) {
				throw new java.io.IOException("hang up");
			}
			return answer;
		});
		assertThat(this.office.post(this.lane)).isInstanceOf(NeverSent.class);
		assertThat(this.lane.staysShut()).isTrue();
		assertThat(this.remote.requests()).hasSize(1);
	}

	@Test
	void aLifeThatIsNotToldIsAMonthAndTheRefreshTokenStays() {
		entered(GRANT);
		this.office.pass(MONTH);
		remote("second-access", RawRemote.json(200, "{\"access_token\":\"second-access\"}"));
		this.office.post(this.lane);
		this.office.pass(Duration.ofDays(26));
		this.office.post(this.lane);
		assertThat(this.remote.requests(REFRESH)).hasSize(1);
		this.office.pass(Duration.ofDays(1));
		this.office.post(this.lane);
		assertThat(this.remote.requests(REFRESH)).hasSize(2)
			.allSatisfy((request) -> assertThat(request).endsWith("&refresh_token=first-refresh"));
	}

	@Test
	void tokensOfTheSettingsAreRenewedKeptAndGivenUpWhenOthersAreSet() {
		this.office.settings(ofSettings("first-access"));
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		remote("second-access", NEW_TOKENS);
		this.office.post(this.lane);
		assertThat(this.office.post(this.lane)).as("after code 6").isInstanceOf(Received.class);
		this.office.under(2, 1);
		assertThat(this.office.post(this.lane)).as("under a new secret key").isInstanceOf(Received.class);
		this.office.settings(ofSettings("third-access"));
		remote("third-access", NEW_TOKENS);
		assertThat(this.office.post(this.lane)).as("others are set").isInstanceOf(Received.class);
		this.office.under(3);
		assertThat(this.office.post(this.lane)).as("after the key was lost").isInstanceOf(Received.class);
		assertThat(this.remote.requests(REFRESH)).hasSize(1);
		assertThat(this.office.credentials().describe(null)).isEmpty();
	}

	private static RunSignupSettings.Credential ofSettings(String token) {
		return new RunSignupSettings.Credential("oauth", null, token, "first-refresh", "client+id", "client/secret");
	}

	@Test
	void tokensOfTheSettingsWithoutARefreshTokenAreUsedAsTheyAre() {
		this.office.settings(new RunSignupSettings.Credential("oauth", null, "first-access"));
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		remote("another", NEW_TOKENS);
		assertThat(this.office.post(this.lane)).isEqualTo(new CredentialBad(6, "Key authentication failed."));
		assertThat(this.remote.requests(REFRESH)).isEmpty();
	}

	@Test
	void whileOneReplicaFetchesNoOtherDoes() throws InterruptedException {
		entered(GRANT);
		this.office.pass(MONTH.minusHours(24));
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.remote.answers((request) -> {
			if (request.startsWith("POST " + REFRESH)) {
				asked.countDown();
				answer.await();
				return NEW_TOKENS;
			}
			return SUCCESS;
		});
		CompletableFuture<UserResultsAnswer> first = CompletableFuture.supplyAsync(() -> this.office.post(this.lane));
		assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.office.post(new OpenLane())).as("the old token still holds").isInstanceOf(Received.class);
		assertThat(this.remote.requests(RESULTS)).singleElement().asString().contains("first-access");
		answer.countDown();
		assertThat(first.orTimeout(10, TimeUnit.SECONDS).join()).isInstanceOf(Received.class);
		assertThat(this.remote.requests(REFRESH)).hasSize(1);
		assertThat(this.remote.requests(RESULTS).getLast()).contains("second-access");
	}

	@Test
	void whoDiedWhileFetchingIsReplacedAfterTheLease() {
		entered(GRANT);
		this.office.pass(MONTH);
		CredentialRow row = this.office.rows().find(4100).orElseThrow();
		this.office.rows().beginRefresh(row, this.office.now().plus(CredentialOffice.DEADLINE));
		remote("second-access", NEW_TOKENS);
		assertThat(this.office.post(this.lane)).isInstanceOf(NeverSent.class);
		assertThat(this.remote.requests()).isEmpty();
		this.office.pass(CredentialOffice.DEADLINE);
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
	}

	@Test
	void whatWasEnteredWhileTokensWereFetchedCounts() {
		entered(GRANT);
		this.office.pass(MONTH);
		AtomicInteger replaced = new AtomicInteger();
		this.remote.answers((request) -> {
			if (!request.startsWith("POST " + REFRESH)) {
				return SUCCESS;
			}
			Credentials credentials = this.office.credentials();
			Change change = credentials.replace(4100L, credentials.describe(4100L).orElseThrow().version(),
					new KeyAndSecret(CredentialKind.API_V2, "entered-key", "entered-secret"));
			replaced.set((change == Change.DONE) ? 1 : 0);
			return NEW_TOKENS;
		});
		assertThat(this.office.post(this.lane)).isInstanceOf(Received.class);
		assertThat(replaced).hasValue(1);
		assertThat(this.remote.requests(RESULTS)).singleElement()
			.asString()
			.contains("rsu_api_key=entered-key")
			.doesNotContain("second-access");
	}

	@Test
	void whatRunSignupRepeatsOfOurSecretsIsMasked() {
		entered(GRANT);
		this.remote.answers((request) -> RawRemote.json(200,
				"{\"error\":{\"error_code\":3,\"error_msg\":\"Bearer first-access is odd\"}}"));
		assertThat(this.office.post(this.lane)).isEqualTo(new UserResultsAnswer.Refused(3, "Bearer **** is odd"));
	}

	@Test
	void aTableIsLeftAloneWhereNothingIsToRenew() {
		entered(GRANT);
		Map<String, Object> before = this.database.jdbc().sql("select * from credential").query().singleRow();
		this.office.post(this.lane);
		assertThat(this.database.jdbc().sql("select * from credential").query().singleRow()).isEqualTo(before);
	}

}
