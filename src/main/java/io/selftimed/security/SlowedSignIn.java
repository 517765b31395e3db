package io.selftimed.security;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a password be looked at only as often as {@link SignInTries} allows. The answer is
 * the same whether the account exists or not.
 */
class SlowedSignIn extends OncePerRequestFilter {

	private final RequestMatcher signIn = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");

	private final SignInTries tries;

	private final KnownDevice device;

	SlowedSignIn(SignInTries tries, KnownDevice device) {
		this.tries = tries;
		this.device = device;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.signIn.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String email = Objects.requireNonNullElse(request.getParameter("username"), "");
		if (this.tries.begin(email, this.device.isKnown(request, email))) {
			chain.doFilter(request, response);
		}
		else {
			response.sendRedirect(request.getContextPath() + "/login?slow");
		}
	}

}
