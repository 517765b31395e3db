package io.selftimed.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the layout of every page knows: where the sandbox's console is, if there is one.
 */
@ControllerAdvice
class EveryPage {

	private final String sandboxConsole;

	EveryPage(@Value("${selftimed.sandbox.console:}") String sandboxConsole) {
		this.sandboxConsole = sandboxConsole;
	}

	/** The path of the sandbox's console, empty outside the sandbox. */
	@ModelAttribute("sandboxConsole")
	String sandboxConsole() {
		return this.sandboxConsole;
	}

}
