package io.selftimed.sandbox.console;

import java.time.Clock;
import java.util.regex.Pattern;

import io.selftimed.sandbox.api.Approvals;
import io.selftimed.sandbox.api.KeptResults;
import io.selftimed.sandbox.api.ReceivedCalls;
import io.selftimed.sandbox.api.SimulatedRunSignup;
import io.selftimed.sandbox.api.Traffic;
import io.selftimed.sandbox.fault.FaultBoard;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Shows what the simulated RunSignup keeps and which calls it answered, and turns its
 * knobs. Every knob is a plain POST, so that tests and curl can turn it too.
 */
@Controller
@Profile("simulator")
@RequestMapping("/sandbox")
class ConsoleController {

	private static final Pattern OWN_PATH = Pattern.compile("/(?:[A-Za-z0-9_-][A-Za-z0-9_/-]{0,200})?");

	private final ConsolePage page;

	private final SimulatedRunSignup runSignup;

	private final KeptResults kept;

	private final ReceivedCalls calls;

	private final Approvals approvals;

	private final FaultBoard faults;

	private final Traffic traffic;

	private final ObjectProvider<RaceMorning> morning;

	private final Clock clock = Clock.systemUTC();

	ConsoleController(ConsolePage page, SimulatedRunSignup runSignup, KeptResults kept, ReceivedCalls calls,
			Approvals approvals, FaultBoard faults, Traffic traffic, ObjectProvider<RaceMorning> morning) {
		this.page = page;
		this.runSignup = runSignup;
		this.kept = kept;
		this.calls = calls;
		this.approvals = approvals;
		this.faults = faults;
		this.traffic = traffic;
		this.morning = morning;
	}

	@GetMapping
	String console(@RequestParam(name = "registration_id", required = false) @Nullable String registration, Model model,
			HttpServletResponse response) {
		this.page.fill(model, (registration != null) ? registration.strip() : "", response);
		return ConsolePage.VIEW;
	}

	@PostMapping("/faults")
	Object setFault(FaultForm form, Model model, HttpServletResponse response) {
		boolean set = form.read(this.runSignup.operations()).filter(this.faults::set).isPresent();
		if (set) {
			return backTo("faults");
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("problem", true);
		this.page.fill(model, "", response);
		return ConsolePage.VIEW;
	}

	@PostMapping("/faults/clear")
	RedirectView clearFaults() {
		this.faults.clear();
		return backTo("faults");
	}

	/** From another page, back to it. */
	@PostMapping("/down")
	RedirectView takeDown(@RequestParam boolean down, @RequestParam(defaultValue = "") String back) {
		this.faults.down(down);
		return OWN_PATH.matcher(back).matches() ? seeOther(back) : backTo("switch");
	}

	@PostMapping("/approve")
	RedirectView approve(@RequestParam(name = "event_id", required = false) @Nullable Long event,
			@RequestParam(name = "registration_id", required = false) @Nullable Long registration) {
		this.kept.approve(event, registration, this.clock.instant().getEpochSecond());
		return backTo("results");
	}

	/** Changes a result behind the caller's back. */
	@PostMapping("/change")
	RedirectView change(@RequestParam(name = "event_id") long event,
			@RequestParam(name = "registration_id") long registration) {
		this.kept.change(event, registration);
		return backTo("results");
	}

	/** Forgets a result behind the caller's back. */
	@PostMapping("/forget")
	RedirectView forget(@RequestParam(name = "event_id") long event,
			@RequestParam(name = "registration_id") long registration) {
		this.kept.forget(event, registration);
		return backTo("results");
	}

	@PostMapping("/approvals")
	RedirectView demandApproval(@RequestParam(name = "event_id") long event, @RequestParam boolean needed) {
		this.approvals.demand(event, needed);
		return backTo("approvals");
	}

	@PostMapping("/morning")
	RedirectView startMorning() {
		this.morning.ifAvailable(RaceMorning::start);
		return backTo("morning");
	}

	/** Forgets the calls and everything that was set; the results only if asked. */
	@PostMapping("/reset")
	RedirectView reset(@RequestParam(defaultValue = "false") boolean results) {
		this.faults.clear();
		this.faults.down(false);
		this.approvals.clear();
		this.calls.clear();
		this.traffic.clear();
		if (results) {
			this.kept.clear();
		}
		return backTo("main");
	}

	private static RedirectView backTo(String place) {
		return seeOther("/sandbox#" + place);
	}

	private static RedirectView seeOther(String path) {
		RedirectView redirect = new RedirectView(path, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
