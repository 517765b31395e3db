package io.selftimed.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The headers of every answer beyond Spring Security's own: what a page may load and do,
 * and that receipts are neither kept nor found nor told to others.
 */
class PageHeaders implements HeaderWriter {

	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
			+ " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
			+ " frame-ancestors 'none'";

	static final String PERMISSIONS_POLICY = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
			+ " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
			+ " midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

	/** Whose address is a secret. */
	private final RequestMatcher secrets = new OrRequestMatcher(
			PathPatternRequestMatcher.withDefaults().matcher("/receipts/**"),
			PathPatternRequestMatcher.withDefaults().matcher("/events/*/link/*"),
			PathPatternRequestMatcher.withDefaults().matcher("/mails/stop/*"),
			PathPatternRequestMatcher.withDefaults().matcher("/setup/*"),
			PathPatternRequestMatcher.withDefaults().matcher("/password/*"),
			PathPatternRequestMatcher.withDefaults().matcher("/invitations/*"),
			PathPatternRequestMatcher.withDefaults().matcher("/organizer/invitations/*"),
			PathPatternRequestMatcher.withDefaults().matcher("/organizer/runsignup/connected"));

	private final RequestMatcher forms = PathPatternRequestMatcher.withDefaults().matcher("/events/**");

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		if (this.secrets.matches(request)) {
			writeSecretHeaders(response);
			return;
		}
		response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
		if (this.forms.matches(request)) {
			// The runner's own browser may keep it, or Back from a receipt shows an
			// error.
			response.setHeader("Cache-Control", "private, no-cache");
		}
	}

	private static void writeSecretHeaders(HttpServletResponse response) {
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Robots-Tag", "noindex");
	}

}
