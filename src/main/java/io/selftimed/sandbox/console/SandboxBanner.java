package io.selftimed.sandbox.console;

import io.selftimed.sandbox.fault.FaultBoard;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page whether the simulated RunSignup is down and where the switch leads
 * back to, so that a runner's receipt can be seen to wait and then to flow.
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

	/**
	 * The page itself; null where there is no way back, and on the console, which has a
	 * switch of its own.
	 */
	@ModelAttribute("sandboxBack")
	@Nullable String sandboxBack(HttpServletRequest request) {
		String path = request.getRequestURI();
		boolean page = request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST;
		return (page && !path.startsWith("/sandbox")) ? path : null;
	}

}
