package io.selftimed.sandbox.console;

import java.util.List;

import io.selftimed.sandbox.api.ReceivedCalls;
import io.selftimed.sandbox.api.KeptResults;
import io.selftimed.sandbox.api.SimulatedRaces;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows what the simulated RunSignup keeps and which calls it answered.
 */
@Controller
@Profile("simulator")
class ConsoleController {

	private static final int RESULTS = 100;

	private final SimulatedRaces races;

	private final KeptResults kept;

	private final ReceivedCalls calls;

	ConsoleController(SimulatedRaces races, KeptResults kept, ReceivedCalls calls) {
		this.races = races;
		this.kept = kept;
		this.calls = calls;
	}

	@GetMapping("/sandbox")
	String console(@RequestParam(name = "registration_id", required = false) @Nullable String registration,
			Model model) {
		String wanted = (registration != null) ? registration.strip() : "";
		model.addAttribute("sandboxConsole", "/sandbox");
		model.addAttribute("registration", wanted);
		model.addAttribute("results", results(wanted));
		model.addAttribute("calls", this.calls.newest().stream().map(ConsoleCall::of).toList());
		return "sandbox/console";
	}

	/** What is no number is nobody's registration. */
	private List<ConsoleResult> results(String registration) {
		if (!registration.isEmpty() && !registration.matches("[0-9]{1,18}")) {
			return List.of();
		}
		return this.kept.newest(registration.isEmpty() ? null : Long.valueOf(registration), RESULTS)
			.stream()
			.map((result) -> ConsoleResult.of(result, this.races.raceOf(result.eventId()).orElse(null)))
			.toList();
	}

}
