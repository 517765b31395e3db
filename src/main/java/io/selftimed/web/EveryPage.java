package io.selftimed.web;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the layout of every page knows: where the sandbox's console is, if there is one,
 * and which languages the page may be read in.
 */
@ControllerAdvice
class EveryPage {

	private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)lang=[^&]*");

	private final String sandboxConsole;

	EveryPage(@Value("${selftimed.sandbox.console:}") String sandboxConsole) {
		this.sandboxConsole = sandboxConsole;
	}

	/** The languages to choose from, none where pages are in English only. */
	@ModelAttribute("languages")
	List<String> languages(HttpServletRequest request) {
		return Languages.isForRunners(request) && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null
				? Languages.codes() : List.of();
	}

	/** The address of this page without a choice of language. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		String query = request.getQueryString();
		String rest = (query != null) ? LANGUAGE.matcher(query).replaceAll("") : "";
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return rest.isEmpty() ? path : path + "?" + rest;
	}

	/** The path of the sandbox's console, empty outside the sandbox. */
	@ModelAttribute("sandboxConsole")
	String sandboxConsole() {
		return this.sandboxConsole;
	}

}
