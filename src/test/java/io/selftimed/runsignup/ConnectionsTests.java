package io.selftimed.runsignup;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.selftimed.BothDatabases;
import io.selftimed.StartRefusal;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.Connections.Redemption;
import io.selftimed.runsignup.Connections.Wish;
import io.selftimed.runsignup.RunSignupSettings.CallerRegistration;
import io.selftimed.security.SecurityTables;
import io.selftimed.security.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The way to RunSignup and back, against a real socket, with a clock that is moved by
 * hand.
 */
@BothDatabases
class ConnectionsTests {

	private static final String REDEEM = "/rest/v2/auth/auth-code-redemption.json";

	private static final String TOKENS = RawRemote.json(200,
			"{\"access_token\":\"first-access\",\"refresh_token\":\"first-refresh\",\"expires_in\":2592000}");

	private static final String REFUSED = RawRemote.json(401, "{\"error\":\"invalid_client\"}");

	private final TestDatabase database;

	private final RawRemote remote = new RawRemote();

	private final OpenLane lane = new OpenLane();

	private Instant now = Instant.parse("2026-07-01T12:00:00Z");

	private boolean free = true;

	private Calls calls;

	private OAuthConnections connections;

	ConnectionsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void connect() {
		this.database.clean();
		RunSignupSettings settings = settings(this.remote.address());
		this.calls = new Calls(new RunSignupAddress(settings, new MockEnvironment()), settings);
		TokenEndpoint tokens = new TokenEndpoint(this.calls, new ApiCaller(settings, () -> this.now));
		TestKeys keys = new TestKeys(1);
		this.connections = new OAuthConnections(client(settings, new OAuthSettings("client+id", "client/secret", null)),
				new WebCodeEndpoint(new ReadLanes(new FreeTurns(() -> this.free, this.lane), () -> {
					this.now = this.now.plusSeconds(1);
					return Duration.between(Instant.EPOCH, this.now).toNanos();
				}, (pause) -> {
				}), tokens), new WishRows(this.database.jdbc()), keys.box(), keys.hash(), () -> this.now);
		this.remote.answers((request) -> TOKENS);
	}

	@AfterEach
	void close() {
		this.calls.destroy();
		this.remote.close();
	}

	@Test
	void aBrowserIsSentOutWithAChallengeThatWhatIsRedeemedWithFits() throws Exception {
		Map<String, String> sent = begin("anns", 4100L);
		assertThat(sent).containsEntry("response_type", "code")
			.containsEntry("client_id", "client+id")
			.containsEntry("redirect_uri", "https://results.example.org/organizer/runsignup/connected")
			.containsEntry("scope", "rsu_api_read rsu_api_write")
			.containsEntry("code_challenge_method", "S256");
		redeem(sent, "a+code");
		String request = this.remote.requests(REDEEM).getFirst();
		String verifier = request.replaceFirst("(?s).*&code_verifier=([^&]*)$", "$1");
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
		assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash)).isEqualTo(sent.get("code_challenge"));
		assertThat(request).startsWith("POST " + REDEEM + "?rsu_api_reg=1.token HTTP")
			.contains("\r\n\r\ngrant_type=authorization_code&client_id=client%2Bid&client_secret=client%2Fsecret"
					+ "&code=a%2Bcode&redirect_uri=https%3A%2F%2Fresults.example.org%2Forganizer%2Frunsignup%2Fconnected"
					+ "&code_verifier=");
	}

	@Test
	void tokensAreKeptSealedAndWaitAnHour() {
		Redemption.LetIn letIn = (Redemption.LetIn) redeem(begin("anns", 4100L), "code");
		assertThat(letIn.tokens())
			.isEqualTo(new CallerCredential.Tokens("first-access", this.now.plus(Duration.ofDays(30)),
					new CallerCredential.RefreshGrant("first-refresh", "client+id", "client/secret")));
		assertThat(this.database.jdbc().sql("select * from connection_wish").query().listOfRows().toString())
			.doesNotContain("first-", "anns");
		assertThat(this.connections.waiting(4100L)).contains(letIn);
		assertThat(this.connections.waiting(4900L)).isEmpty();
		assertThat(this.connections.waiting(null)).isEmpty();
		this.now = this.now.plus(Duration.ofMinutes(60));
		assertThat(this.connections.waiting(4100L)).isEmpty();
	}

	@Test
	void whatIsForgottenIsGone() {
		Redemption.LetIn letIn = (Redemption.LetIn) redeem(begin("anns", null), "code");
		assertThat(this.connections.waiting(null)).contains(letIn);
		this.connections.forget(letIn.wish());
		assertThat(this.connections.waiting(null)).isEmpty();
	}

	@Test
	void aStateIsOfItsSessionForTenMinutesAndOnce() {
		String state = begin("anns", 4100L).get("state");
		assertThat(this.connections.of("other", state)).isEmpty();
		assertThat(this.connections.close("other", state)).isEmpty();
		assertThat(this.connections.of("anns", state + "x")).isEmpty();
		assertThat(this.connections.of("anns", state)).get().extracting(Wish::raceId).isEqualTo(4100L);
		assertThat(this.connections.close("anns", state)).isPresent();
		assertThat(this.connections.close("anns", state)).isEmpty();
		assertThat(this.connections.of("anns", state)).isEmpty();
		String late = begin("anns", 4100L).get("state");
		this.now = this.now.plus(Duration.ofMinutes(10));
		assertThat(this.connections.close("anns", late)).isEmpty();
	}

	@Test
	void whatIsOverIsDropped() {
		begin("anns", 4100L);
		this.now = this.now.plus(Duration.ofMinutes(11));
		begin("anns", 4100L);
		this.connections.dropWhatIsOver();
		assertThat(wishes()).isEqualTo(1);
		this.now = this.now.plus(Duration.ofMinutes(10));
		this.connections.dropWhatIsOver();
		assertThat(wishes()).isZero();
	}

	@Test
	void tokensOfAnOpeningAreShownToNobodyElse() {
		Redemption.LetIn letIn = (Redemption.LetIn) redeem(
				sent(this.connections.beginOpening("anns", 4100, "anns-opening")), "code");
		assertThat(letIn.wish().raceId()).isEqualTo(4100L);
		assertThat(letIn.wish().opening()).isEqualTo("anns-opening");
		assertThat(this.connections.waitingFor("anns-opening")).contains(letIn);
		assertThat(this.connections.waitingFor("bobs-opening")).isEmpty();
		assertThat(this.connections.waiting(4100L)).isEmpty();
		assertThat(this.connections.waiting(null)).isEmpty();
		redeem(sent(this.connections.beginOpening("anns", 4100, "anns-opening")), "code");
		redeem(begin("anns", 4100L), "code");
		this.connections.forgetOpening("anns-opening");
		assertThat(this.connections.waitingFor("anns-opening")).isEmpty();
		assertThat(wishes()).isEqualTo(1);
	}

	private int wishes() {
		return this.database.jdbc().sql("select count(*) from connection_wish").query(Integer.class).single();
	}

	@Test
	void aSecretThatIsRefusedIsTriedInBase64() {
		this.remote.answers((request) -> request.contains("client_secret=Y2xpZW50L3NlY3JldA%3D%3D") ? TOKENS : REFUSED);
		assertThat(redeem(begin("anns", 4100L), "code")).isInstanceOf(Redemption.LetIn.class);
		assertThat(this.remote.requests(REDEEM)).hasSize(2);
	}

	@Test
	void everyOtherEndHasAWordOfItsOwnAndKeepsNothing() {
		this.remote.answers((request) -> REFUSED);
		assertThat(redeem(begin("anns", 4100L), "code")).isEqualTo(new Redemption.Refused());
		assertThat(redeem(begin("anns", 4100L), "c\u00f6de")).isEqualTo(new Redemption.Refused());
		this.remote.answers((request) -> RawRemote.json(522, "<html>"));
		assertThat(redeem(begin("anns", 4100L), "code"))
			.isEqualTo(new Redemption.Away("HTTP status 522 without tokens"));
		this.remote.answers((request) -> {
			throw new IOException("hang up");
		});
		assertThat(redeem(begin("anns", 4100L), "code")).isInstanceOf(Redemption.Away.class);
		assertThat(this.lane.staysShut()).isTrue();
		assertThat(this.connections.waiting(4100L)).isEmpty();
	}

	@Test
	void withoutAFreeLaneNobodySeesTheCode() {
		Map<String, String> sent = begin("anns", 4100L);
		this.free = false;
		assertThat(redeem(sent, "code")).isEqualTo(new Redemption.Busy());
		assertThat(this.remote.requests()).isEmpty();
	}

	@Test
	void tokensThatCannotBeRenewedAreTakenToo() {
		this.remote.answers((request) -> RawRemote.json(200, "{\"access_token\":\"first-access\"}"));
		Redemption.LetIn letIn = (Redemption.LetIn) redeem(begin("anns", 4100L), "code");
		assertThat(letIn.tokens().grant()).isNull();
		assertThat(this.connections.waiting(4100L)).contains(letIn);
	}

	@ParameterizedTest
	@CsvSource({ ",https://runsignup.com", "https://api.runsignup.com/,https://runsignup.com",
			"https://test.runsignup.com,https://test.runsignup.com", "http://127.0.0.1:9/x,http://127.0.0.1:9/x" })
	void thePageForPeopleBelongsToTheAddressOfTheApi(@Nullable String base, String page) {
		OAuthClient client = client(settings(base), new OAuthSettings("id", "secret", null));
		assertThat(client.grantAddress(client.identity().orElseThrow(), "s", "c"))
			.startsWith(page + "/Profile/OAuth2/RequestGrant?response_type=code&");
	}

	@Test
	void theSimulatorsPageIsNamedByItsPath() {
		MockEnvironment simulator = new MockEnvironment();
		simulator.setActiveProfiles("simulator");
		assertThat(new RunSignupAddress(settings(null), simulator).grantPage())
			.isEqualTo("/sandbox/runsignup/Profile/OAuth2/RequestGrant");
	}

	@Test
	void aClientIsWholeOrThereIsNone() {
		RunSignupSettings settings = settings(null);
		assertThat(client(settings, new OAuthSettings(null, " ", null)).identity()).isEmpty();
		assertThatExceptionOfType(StartRefusal.class)
			.isThrownBy(() -> client(settings, new OAuthSettings("id", null, null)))
			.withMessageContaining("selftimed.runsignup.oauth.client-secret is missing");
		assertThatExceptionOfType(StartRefusal.class)
			.isThrownBy(() -> client(settings, new OAuthSettings("id", "s3cret", "https://example.org/x")))
			.withMessageContaining("selftimed.runsignup.oauth.authorize-url is neither")
			.withMessageNotContaining("s3cret");
		assertThat(new OAuthSettings("id", "s3cret", null).toString()).doesNotContain("s3cret");
	}

	private static RunSignupSettings settings(@Nullable String base) {
		return new RunSignupSettings(base, false, null, new CallerRegistration("1.token", "reg"), "json",
				Duration.ofSeconds(2));
	}

	private static OAuthClient client(RunSignupSettings settings, OAuthSettings oauth) {
		return new OAuthClient(oauth, settings, new RunSignupAddress(settings, new MockEnvironment()),
				SecurityTables.publicUrl("https://results.example.org"));
	}

	/** What the browser is sent out with. */
	private Map<String, String> begin(String session, @Nullable Long raceId) {
		return sent(this.connections.begin(session, raceId, 0));
	}

	private static Map<String, String> sent(String address) {
		return Map.copyOf(UriComponentsBuilder.fromUriString(address)
			.build()
			.getQueryParams()
			.toSingleValueMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(field) -> URLDecoder.decode(Objects.requireNonNull(field.getValue()), StandardCharsets.UTF_8))));
	}

	private Redemption redeem(Map<String, String> sent, String code) {
		String state = Objects.requireNonNull(sent.get("state"));
		Wish wish = this.connections.close("anns", state).orElseThrow();
		return this.connections.redeem(wish, state, code);
	}

}
