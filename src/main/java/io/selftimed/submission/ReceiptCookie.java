package io.selftimed.submission;

import java.time.Duration;
import java.util.stream.Stream;

import io.selftimed.security.PublicUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a phone that has shown whose receipt it is need not show it again
 * for a day. It belongs to one receipt, and travels to no other address.
 */
@Component
class ReceiptCookie {

	/** Its name, the same for every receipt. */
	static final String NAME = "selftimed-receipt";

	/** How long it counts. */
	static final Duration LASTS = Duration.ofHours(24);

	private static final String PURPOSE = "receipt-cookie";

	private final Vouchers vouchers;

	private final PublicUrl publicUrl;

	ReceiptCookie(Vouchers vouchers, PublicUrl publicUrl) {
		this.vouchers = vouchers;
		this.publicUrl = publicUrl;
	}

	/** Gives a phone the cookie of a receipt. */
	void give(String token, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(NAME, this.vouchers.issue(PURPOSE, token, LASTS))
			.path(request.getContextPath() + "/receipts/" + token)
			.maxAge(LASTS)
			.httpOnly(true)
			.sameSite("Lax")
			.secure(request.isSecure() || this.publicUrl.isHttps())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	/** Whether a phone has the cookie of a receipt, and it still counts. */
	boolean isWith(HttpServletRequest request, String token) {
		Cookie[] cookies = request.getCookies();
		return cookies != null && Stream.of(cookies)
			.filter((cookie) -> cookie.getName().equals(NAME))
			.anyMatch((cookie) -> this.vouchers.isGood(PURPOSE, token, cookie.getValue()));
	}

}
