package io.selftimed.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps sessions out of what is the same for everybody, such as the styles of a page:
 * without it each of them looked up the session of whoever is signed in, and was away
 * with the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class FilesWithoutSession extends OncePerRequestFilter {

	private static final Pattern FILES = Pattern.compile("/(?:(?:css|js|webjars)/.*|favicon\\.(?:ico|svg))");

	/** By this the filter of sessions sees that it need not do anything. */
	private static final String NOTHING_TO_DO = SessionRepositoryFilter.class.getName() + ".FILTERED";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		request.setAttribute(NOTHING_TO_DO, Boolean.TRUE);
		chain.doFilter(request, response);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !FILES.matcher(request.getRequestURI().substring(request.getContextPath().length())).matches();
	}

}
