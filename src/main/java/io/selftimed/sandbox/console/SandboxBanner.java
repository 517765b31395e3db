package io.selftimed.sandbox.console;

import io.selftimed.sandbox.fault.FaultBoard;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page whether the simulated RunSignup is down, so that the front page can
 * offer the switch.
 */
@ControllerAdvice
@Profile("simulator")
class SandboxBanner {

	private final FaultBoard faults;

	SandboxBanner(FaultBoard faults) {
		this.faults = faults;
	}

	@ModelAttribute("runSignupDown")
	boolean runSignupDown() {
		return this.faults.isDown();
	}

}
