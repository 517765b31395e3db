package io.selftimed.submission;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The way on to a receipt, or to a page under it.
 */
final class ToReceipt extends RedirectView {

	private final String token;

	private final @Nullable ReceiptCookie cookie;

	private ToReceipt(String token, String page, @Nullable ReceiptCookie cookie) {
		super("/receipts/" + token + page, true);
		this.token = token;
		this.cookie = cookie;
		setStatusCode(HttpStatus.SEE_OTHER);
		setExposeModelAttributes(false);
	}

	/** For anybody who knows the address. */
	static ToReceipt of(String token) {
		return new ToReceipt(token, "", null);
	}

	/** For whoever sent it or has just shown to be its runner: with the cookie. */
	static ToReceipt ofTheSender(String token, ReceiptCookie cookie) {
		return new ToReceipt(token, "", cookie);
	}

	/** To the correction, for whoever has just shown to be its runner. */
	static ToReceipt correction(String token, ReceiptCookie cookie) {
		return new ToReceipt(token, "/correct", cookie);
	}

	@Override
	protected void sendRedirect(HttpServletRequest request, HttpServletResponse response, String targetUrl,
			boolean http10Compatible) throws IOException {
		if (this.cookie != null) {
			this.cookie.give(this.token, request, response);
		}
		super.sendRedirect(request, response, targetUrl, http10Compatible);
	}

}
