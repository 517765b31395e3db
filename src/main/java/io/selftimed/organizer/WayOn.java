package io.selftimed.organizer;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Where an organizer goes on to after entering the password again: a page of the
 * organizers and never anywhere else, whatever an address says.
 */
public final class WayOn {

	private static final String HOME = "/organizer";

	private static final Pattern OURS = Pattern
		.compile("/organizer(?:/[A-Za-z0-9._~-]+)*/?(?:\\?[A-Za-z0-9._~=&%+-]*)?");

	private WayOn() {
	}

	/** The address that asks for the password and then leads back to a request. */
	static String throughThePassword(HttpServletRequest request) {
		String wanted = isLooking(request) ? withQuery(path(request), request.getQueryString())
				: referrer(request.getHeader("Referer"), request.getContextPath());
		return request.getContextPath() + "/organizer/password-again?to="
				+ URLEncoder.encode(safe(wanted), StandardCharsets.UTF_8);
	}

	/**
	 * An address that may be gone to.
	 * @param wanted any text
	 * @return the same if it is a page of the organizers, else their front page
	 */
	public static String safe(@Nullable String wanted) {
		return (wanted != null && OURS.matcher(wanted).matches() && !wanted.contains("..")) ? wanted : HOME;
	}

	private static boolean isLooking(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	/** What was sent is not kept: it goes back to the page with the form. */
	private static @Nullable String referrer(@Nullable String referrer, String contextPath) {
		try {
			URI uri = URI.create((referrer != null) ? referrer : "");
			String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
			return path.startsWith(contextPath) ? withQuery(path.substring(contextPath.length()), uri.getRawQuery())
					: null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	private static String withQuery(String path, @Nullable String query) {
		return (query != null) ? path + "?" + query : path;
	}

}
