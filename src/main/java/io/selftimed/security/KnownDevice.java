package io.selftimed.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Remembers that somebody signed in from a device before, by a cookie that nobody can
 * make without our key. It opens nothing: it only keeps others' wrong tries from locking
 * its owner out.
 */
@Component
class KnownDevice {

	private static final String COOKIE = "selftimed-device";

	private static final String PURPOSE = "known-device";

	private static final Duration KEPT = Duration.ofDays(180);

	private final OneTimeToken tokens;

	private final boolean https;

	KnownDevice(OneTimeToken tokens, SecuritySettings settings) {
		this.tokens = tokens;
		this.https = PublicUrl.isHttps(settings.publicUrl());
	}

	/**
	 * Whether this account was signed in to from this device, since the secret key is
	 * what it is: whoever has an earlier one must not pass for its owner's device.
	 */
	boolean isKnown(HttpServletRequest request, String email) {
		Cookie[] cookies = request.getCookies();
		return cookies != null && Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals(COOKIE))
			.anyMatch((cookie) -> isOf(cookie.getValue(), email));
	}

	/** Marks the device. */
	void remember(HttpServletRequest request, HttpServletResponse response, String email) {
		String nonce = this.tokens.make();
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, nonce + "." + this.tokens.hash(PURPOSE, text(nonce, email)))
					.path(request.getContextPath() + "/login")
					.maxAge(KEPT)
					.httpOnly(true)
					.secure(this.https || request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	private boolean isOf(String value, String email) {
		String[] parts = value.split("\\.", 2);
		return parts.length == 2 && MessageDigest.isEqual(
				this.tokens.hash(PURPOSE, text(parts[0], email)).getBytes(StandardCharsets.UTF_8),
				parts[1].getBytes(StandardCharsets.UTF_8));
	}

	private static String text(String nonce, String email) {
		return nonce + " " + SignInTries.normal(email);
	}

}
