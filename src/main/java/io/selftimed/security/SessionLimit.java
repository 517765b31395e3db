package io.selftimed.security;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session twelve hours after it began, however busy it is. Idle ones end by
 * {@code server.servlet.session.timeout}.
 */
class SessionLimit extends OncePerRequestFilter {

	static final Duration LONGEST = Duration.ofHours(12);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis()) {
			session.invalidate();
		}
		chain.doFilter(request, response);
	}

}
