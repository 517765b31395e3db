package io.selftimed.security;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Writes down who signed in and whose sign-in failed, then goes on as told. Never writes
 * an address that was typed.
 */
@Component
class SignInTold {

	private final SignInTries tries;

	private final KnownDevice device;

	private final Accounts accounts;

	private final Audit audit;

	SignInTold(SignInTries tries, KnownDevice device, Accounts accounts, Audit audit) {
		this.tries = tries;
		this.device = device;
		this.accounts = accounts;
		this.audit = audit;
	}

	AuthenticationSuccessHandler onSuccess(AuthenticationSuccessHandler next) {
		return (request, response, signedIn) -> succeeded(request, response, signedIn, next);
	}

	AuthenticationFailureHandler onFailure(AuthenticationFailureHandler next) {
		return (request, response, failure) -> failed(request, response, failure, next);
	}

	private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication signedIn,
			AuthenticationSuccessHandler next) throws IOException, ServletException {
		String email = email(request);
		this.tries.succeeded(email);
		this.device.remember(request, response, email);
		this.audit.write("signed-in", null, "organizer:" + signedIn.getName());
		next.onAuthenticationSuccess(request, response, signedIn);
	}

	private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure,
			AuthenticationFailureHandler next) throws IOException, ServletException {
		String about = this.accounts.idOf(email(request)).map((id) -> "organizer:" + id).orElse("");
		this.audit.write("sign-in-failed", null, about);
		next.onAuthenticationFailure(request, response, failure);
	}

	private static String email(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getParameter("username"), "");
	}

}
