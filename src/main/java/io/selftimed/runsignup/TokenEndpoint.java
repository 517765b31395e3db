package io.selftimed.runsignup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * RunSignup's endpoints for access tokens, the first and new ones. Sources differ on how
 * the client's secret travels: first as it is, and if that is refused in base64.
 */
@Component
class TokenEndpoint {

	private static final String REFRESH = "/rest/v2/auth/refresh-token.json";

	private static final String REDEEM = "/rest/v2/auth/auth-code-redemption.json";

	/**
	 * Not known, out of order, throttled; and a wrong registration, which is not of these
	 * tokens.
	 */
	private static final Set<Integer> FOR_LATER = Set.of(4, 5, 14, 17);

	private static final Set<Integer> DENIED = Set.of(400, 401, 403);

	/** The longest life that is believed. */
	private static final long HUNDRED_YEARS = 3_153_600_000L;

	private final Calls calls;

	private final ApiCaller caller;

	TokenEndpoint(Calls calls, ApiCaller caller) {
		this.calls = calls;
		this.caller = caller;
	}

	/** How long the first of the calls may last. */
	Duration deadline() {
		return this.calls.shortDeadline();
	}

	/**
	 * Fetches new tokens, with at most two calls after each other.
	 * @param lane the right to a call
	 */
	RefreshAnswer refresh(LeasedLane lane, RefreshGrant grant) {
		return ask(lane, new Wanted(REFRESH, "refresh_token", "&refresh_token=" + encoded(grant.refreshToken()),
				grant.clientId(), grant.clientSecret(), List.of(grant.refreshToken()), grant.refreshToken()));
	}

	/**
	 * Redeems a code for the first tokens, with at most two calls after each other.
	 * @param lane the right to a call
	 * @param identity who we are
	 * @param code the code
	 * @param verifier what its challenge was made of
	 * @param returnAddress where the browser came back to
	 */
	RefreshAnswer redeem(LeasedLane lane, OAuthClient.Identity identity, String code, String verifier,
			String returnAddress) {
		return ask(lane,
				new Wanted(
						REDEEM, "authorization_code", "&code=" + encoded(code) + "&redirect_uri="
								+ encoded(returnAddress) + "&code_verifier=" + encoded(verifier),
						identity.id(), identity.secret(), List.of(code, verifier), null));
	}

	private RefreshAnswer ask(LeasedLane lane, Wanted wanted) {
		RefreshAnswer answer = ask(lane, wanted, wanted.clientSecret());
		return (answer instanceof RefreshAnswer.Refused) ? ask(lane, wanted, base64(wanted.clientSecret())) : answer;
	}

	private RefreshAnswer ask(LeasedLane lane, Wanted wanted, String clientSecret) {
		Passport passport = Passport.of(this.caller,
				Stream
					.concat(wanted.secrets().stream(), Stream.of(wanted.clientSecret(), base64(wanted.clientSecret())))
					.toList());
		String form = "grant_type=" + wanted.grantType() + "&client_id=" + encoded(wanted.clientId())
				+ "&client_secret=" + encoded(clientSecret) + wanted.fields();
		return switch (this.calls.make(lane, Call.post(wanted.path(), form, Format.JSON), passport,
				this.calls.shortDeadline())) {
			case Reply.Whole(int status, var retryAfter, AnswerDocument document) -> read(wanted, status, document);
			case Reply.TooLarge(String why) -> new RefreshAnswer.Later(why);
			case Reply.NotMade(String why) -> new RefreshAnswer.Later(why);
			case Reply.Lost(String why) -> new RefreshAnswer.Later(why);
		};
	}

	private static RefreshAnswer read(Wanted wanted, int status, AnswerDocument document) {
		String token = document.text("access_token").orElse("");
		RemoteError error = document.error().orElse(null);
		if (error == null && CallerCredential.canTravel(token)) {
			return new RefreshAnswer.Renewed(token, life(document), next(wanted, document));
		}
		int code = (error != null && error.code() != null) ? error.code() : 0;
		boolean later = FOR_LATER.contains(code) || status == 429 || status >= 500;
		if (!later && error != null && (code != 0 || DENIED.contains(status) || status == 200)) {
			return new RefreshAnswer.Refused();
		}
		return new RefreshAnswer.Later("HTTP status " + status + " without tokens");
	}

	private static Duration life(AnswerDocument document) {
		Long seconds = AnswerDocument.number(document.tree().path("expires_in"));
		return (seconds != null && seconds > 0 && seconds <= HUNDRED_YEARS) ? Duration.ofSeconds(seconds)
				: RefreshTiming.UNTOLD_LIFE;
	}

	/** The refresh token stays unless another one comes. */
	private static @Nullable RefreshGrant next(Wanted wanted, AnswerDocument document) {
		String token = document.text("refresh_token").filter(CallerCredential::canTravel).orElse(wanted.refreshToken());
		return (token != null) ? new RefreshGrant(token, wanted.clientId(), wanted.clientSecret()) : null;
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * What is asked for.
	 *
	 * @param path where
	 * @param grantType for what
	 * @param fields the fields of that type, encoded
	 * @param clientId who we are
	 * @param clientSecret the client's secret, as RunSignup shows it
	 * @param secrets what else must not come back
	 * @param refreshToken the refresh token that stands, null for none
	 */
	private record Wanted(String path, String grantType, String fields, String clientId, String clientSecret,
			List<String> secrets, @Nullable String refreshToken) {

		@Override
		public String toString() {
			return "Wanted[****]";
		}

	}

}
