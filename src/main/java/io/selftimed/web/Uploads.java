package io.selftimed.web;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes files on the one page that asks for one, before anything is read: elsewhere they
 * would go round the limit of forms. What is too large goes back to that page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Uploads extends OncePerRequestFilter {

	private static final Pattern TAKES_FILES = Pattern.compile("(/organizer/events/[^/]+/roster/imports)");

	/** The largest file and the form around it, in bytes. */
	private static final long LARGEST = 10 * 1024 * 1024 + 64 * 1024;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Matcher page = TAKES_FILES.matcher(request.getRequestURI());
		if (!page.matches()) {
			response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
		}
		else if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LARGEST) {
			response.setStatus(HttpServletResponse.SC_SEE_OTHER);
			response.setHeader(HttpHeaders.LOCATION, page.group(1) + "?large");
		}
		else {
			chain.doFilter(request, response);
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
	}

}
