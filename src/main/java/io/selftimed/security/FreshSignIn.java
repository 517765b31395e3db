package io.selftimed.security;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * How long ago the password was entered in a session: when it began, or later, if it was
 * asked for again. A session knows the moment of the request that looks at it.
 */
public final class FreshSignIn {

	/** How long a password counts as just entered. */
	static final Duration FRESH = Duration.ofMinutes(15);

	private static final String PROVED_AT = FreshSignIn.class.getName();

	private FreshSignIn() {
	}

	/** Whether the password was entered within the last 15 minutes. */
	public static boolean isFresh(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getLastAccessedTime() - provedAt(session) < FRESH.toMillis();
	}

	/** The right password was entered just now. */
	public static void renew(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.setAttribute(PROVED_AT, session.getLastAccessedTime());
		}
	}

	private static long provedAt(HttpSession session) {
		return (session.getAttribute(PROVED_AT) instanceof Long again) ? again : session.getCreationTime();
	}

}
