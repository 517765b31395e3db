package io.selftimed.sandbox.api;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A POST that a page of somebody else made a browser send. Browsers say so; curl and
 * tests say nothing, and need no token.
 */
final class CrossSite implements RequestMatcher {

	@Override
	public boolean matches(HttpServletRequest request) {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			return false;
		}
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return !site.equals("same-origin") && !site.equals("none");
		}
		String origin = request.getHeader("Origin");
		return origin != null && !isOwn(origin, request.getHeader("Host"));
	}

	/** A page that tells nobody where it is from sends the origin {@code null}. */
	private static boolean isOwn(String origin, String host) {
		return origin.equals("http://" + host) || origin.equals("https://" + host);
	}

}
