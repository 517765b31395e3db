package io.selftimed.runsignup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.Connections.Redemption.LetIn;
import io.selftimed.security.KeyedHash;
import io.selftimed.security.SecretBox;
import io.selftimed.security.SecretBox.Opened;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Connections by OAuth's code flow with PKCE. States and sessions are stored as keyed
 * hashes, and what a code is bound to is made of the state under the secret key, so that
 * nothing in the database redeems a code.
 */
@Component
class OAuthConnections implements Connections {

	private static final Duration OPEN = Duration.ofMinutes(10);

	private static final Duration TOKENS_WAIT = Duration.ofHours(1);

	private static final int STATE_BYTES = 32;

	private final OAuthClient client;

	private final CodeEndpoint endpoint;

	private final WishRows rows;

	private final SecretBox box;

	private final KeyedHash hash;

	private final InstantSource time;

	private final SecureRandom random = new SecureRandom();

	OAuthConnections(OAuthClient client, CodeEndpoint endpoint, WishRows rows, SecretBox box, KeyedHash hash,
			InstantSource time) {
		this.client = client;
		this.endpoint = endpoint;
		this.rows = rows;
		this.box = box;
		this.hash = hash;
		this.time = time;
	}

	@Override
	public boolean areSetUp() {
		return this.client.identity().isPresent();
	}

	@Override
	public String returnAddress() {
		return this.client.returnAddress();
	}

	@Override
	public String begin(String session, @Nullable Long raceId, int version) {
		return begin(session, new Wish(UUID.randomUUID().toString(), raceId, version, null));
	}

	@Override
	public String beginOpening(String session, long raceId, String opening) {
		return begin(session, new Wish(UUID.randomUUID().toString(), raceId, 0, opening));
	}

	private String begin(String session, Wish wish) {
		byte[] bytes = new byte[STATE_BYTES];
		this.random.nextBytes(bytes);
		String state = base64(bytes);
		this.rows.insert(wish, hashes("state", state).getFirst(), hashes("session", session).getFirst(),
				this.time.instant().plus(OPEN));
		return this.client.grantAddress(identity(), state, base64(sha256(verifier(state))));
	}

	@Override
	public Optional<Wish> of(String session, String state) {
		return this.rows.open(hashes("state", state), hashes("session", session), this.time.instant());
	}

	@Override
	public Optional<Wish> close(String session, String state) {
		return of(session, state).filter(this.rows::close);
	}

	@Override
	public Redemption redeem(Wish wish, String state, String code) {
		if (!CallerCredential.canTravel(code)) {
			return new Redemption.Refused();
		}
		OAuthClient.Identity identity = identity();
		return this.endpoint.redeem(identity, code.strip(), verifier(state), this.client.returnAddress())
			.map((answer) -> switch (answer) {
				case RefreshAnswer.Renewed renewed -> kept(wish, renewed);
				case RefreshAnswer.Refused() -> new Redemption.Refused();
				case RefreshAnswer.Later(String why) -> new Redemption.Away(why);
			})
			.orElseGet(Redemption.Busy::new);
	}

	/** Nobody sees them before they are in the database. */
	private Redemption kept(Wish wish, RefreshAnswer.Renewed renewed) {
		Instant now = this.time.instant();
		Tokens tokens = new Tokens(renewed.accessToken(), now.plus(renewed.life()), renewed.grant());
		RefreshGrant grant = tokens.grant();
		this.rows.keep(wish,
				new WishRows.SealedTokens(this.box.seal(place(wish, "access_token"), tokens.accessToken()),
						(grant != null) ? this.box.seal(place(wish, "refresh_token"), grant.refreshToken()) : null,
						tokens.expiresAt()),
				now.plus(TOKENS_WAIT));
		return new LetIn(wish, tokens);
	}

	@Override
	public Optional<LetIn> waiting(@Nullable Long raceId) {
		return this.rows.waiting(raceId, this.time.instant()).flatMap(this::opened);
	}

	@Override
	public Optional<LetIn> waitingFor(String opening) {
		return this.rows.waitingFor(opening, this.time.instant()).flatMap(this::opened);
	}

	private Optional<LetIn> opened(WishRows.Waiting waiting) {
		return opened(waiting.wish(), waiting.tokens()).map((tokens) -> new LetIn(waiting.wish(), tokens));
	}

	private Optional<Tokens> opened(Wish wish, WishRows.SealedTokens sealed) {
		OAuthClient.Identity identity = this.client.identity().orElse(null);
		String access = open(wish, "access_token", sealed.accessToken());
		String refresh = open(wish, "refresh_token", sealed.refreshToken());
		if (access == null || identity == null || (refresh == null) != (sealed.refreshToken() == null)) {
			return Optional.empty();
		}
		return Optional.of(new Tokens(access, sealed.expiresAt(),
				(refresh != null) ? new RefreshGrant(refresh, identity.id(), identity.secret()) : null));
	}

	private @Nullable String open(Wish wish, String column, @Nullable String sealed) {
		return (sealed != null && this.box.open(place(wish, column), sealed) instanceof Opened.Readable readable)
				? readable.secret() : null;
	}

	@Override
	public void forget(Wish wish) {
		this.rows.delete(wish);
	}

	@Override
	public void forgetOpening(String opening) {
		this.rows.deleteOpening(opening);
	}

	/** Tokens that nobody came back for stay no longer than they must. */
	@Scheduled(initialDelay = 4, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void dropWhatIsOver() {
		this.rows.sweep(this.time.instant());
	}

	private OAuthClient.Identity identity() {
		return this.client.identity()
			.orElseThrow(() -> new IllegalStateException("no client of RunSignup's OAuth is set up"));
	}

	private static String place(Wish wish, String column) {
		return "connection_wish/" + wish.id() + "/" + column;
	}

	/** Other for each state, and made by nobody without the secret key. */
	private String verifier(String state) {
		return base64(this.hash.of("runsignup-code-verifier", state.getBytes(StandardCharsets.UTF_8)));
	}

	private List<String> hashes(String what, String text) {
		return this.hash.candidates("runsignup-connection-" + what, text.getBytes(StandardCharsets.UTF_8))
			.stream()
			.map(HexFormat.of()::formatHex)
			.toList();
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
