package io.selftimed.runsignup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import io.selftimed.runsignup.CallerCredential.RefreshGrant;

import org.springframework.stereotype.Component;

/**
 * RunSignup's endpoint for new access tokens. Sources differ on how the client's secret
 * travels: first as it is, and if that is refused in base64.
 */
@Component
class TokenEndpoint {

	private static final String PATH = "/rest/v2/auth/refresh-token.json";

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
		RefreshAnswer answer = refresh(lane, grant, grant.clientSecret());
		return (answer instanceof RefreshAnswer.Refused) ? refresh(lane, grant, base64(grant.clientSecret())) : answer;
	}

	private RefreshAnswer refresh(LeasedLane lane, RefreshGrant grant, String clientSecret) {
		Passport passport = Passport.of(this.caller,
				List.of(grant.refreshToken(), grant.clientSecret(), base64(grant.clientSecret())));
		String form = "grant_type=refresh_token&client_id=" + encoded(grant.clientId()) + "&client_secret="
				+ encoded(clientSecret) + "&refresh_token=" + encoded(grant.refreshToken());
		return switch (this.calls.make(lane, Call.post(PATH, form, Format.JSON), passport,
				this.calls.shortDeadline())) {
			case Reply.Whole(int status, var retryAfter, AnswerDocument document) -> read(grant, status, document);
			case Reply.TooLarge(String why) -> new RefreshAnswer.Later(why);
			case Reply.NotMade(String why) -> new RefreshAnswer.Later(why);
			case Reply.Lost(String why) -> new RefreshAnswer.Later(why);
		};
	}

	private static RefreshAnswer read(RefreshGrant grant, int status, AnswerDocument document) {
		String token = document.text("access_token").orElse("");
		RemoteError error = document.error().orElse(null);
		if (error == null && CallerCredential.canTravel(token)) {
			return new RefreshAnswer.Renewed(token, life(document), next(grant, document));
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
	private static RefreshGrant next(RefreshGrant grant, AnswerDocument document) {
		String token = document.text("refresh_token").filter(CallerCredential::canTravel).orElse(grant.refreshToken());
		return new RefreshGrant(token, grant.clientId(), grant.clientSecret());
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
