package io.selftimed.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * A runner's form that was sent without a valid token, mostly out of yesterday's tab: it
 * goes back to the check page, which keeps what was typed and carries a fresh token.
 * Everything else that is denied to runners does not exist for them.
 */
class ExpiredForm implements AccessDeniedHandler {

	/** The request attribute that tells the check page why it is shown. */
	static final String TOKEN_EXPIRED = "selftimed.tokenExpired";

	private static final String SUBMIT = "/submit";

	private final PathPatternRequestMatcher submit = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.POST, "/events/{slug}" + SUBMIT);

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
			throws IOException, ServletException {
		if (!(denial instanceof CsrfException)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		else if (this.submit.matches(request)) {
			request.setAttribute(TOKEN_EXPIRED, true);
			request.getRequestDispatcher(check(request)).forward(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	private static String check(HttpServletRequest request) {
		String submit = request.getRequestURI().substring(request.getContextPath().length());
		return submit.substring(0, submit.length() - SUBMIT.length()) + "/check";
	}

}
