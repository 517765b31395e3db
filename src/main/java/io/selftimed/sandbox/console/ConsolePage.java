package io.selftimed.sandbox.console;

import java.util.List;

import io.selftimed.sandbox.api.Approvals;
import io.selftimed.sandbox.api.KeptResults;
import io.selftimed.sandbox.api.ReceivedCalls;
import io.selftimed.sandbox.api.SimulatedEvent;
import io.selftimed.sandbox.api.SimulatedRaces;
import io.selftimed.sandbox.api.SimulatedRunSignup;
import io.selftimed.sandbox.api.Traffic;
import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.FaultBoard;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Gathers what the console shows.
 */
@Component
@Profile("simulator")
class ConsolePage {

	static final String VIEW = "sandbox/console";

	private static final int RESULTS = 100;

	private static final int CALLS = 40;

	private final SimulatedRunSignup runSignup;

	private final SimulatedRaces races;

	private final KeptResults kept;

	private final ReceivedCalls calls;

	private final Approvals approvals;

	private final FaultBoard faults;

	private final Traffic traffic;

	private final @Nullable RaceMorning morning;

	private final @Nullable MailBox mails;

	ConsolePage(SimulatedRunSignup runSignup, SimulatedRaces races, KeptResults kept, ReceivedCalls calls,
			Approvals approvals, FaultBoard faults, Traffic traffic, ObjectProvider<RaceMorning> morning,
			ObjectProvider<MailBox> mails) {
		this.runSignup = runSignup;
		this.races = races;
		this.kept = kept;
		this.calls = calls;
		this.approvals = approvals;
		this.faults = faults;
		this.traffic = traffic;
		this.morning = morning.getIfAvailable();
		this.mails = mails.getIfAvailable();
	}

	/**
	 * Fills the page.
	 * @param registration whose results to show, blank for everybody's
	 */
	void fill(Model model, String registration, HttpServletResponse response) {
		model.addAttribute("sandboxConsole", "/sandbox");
		model.addAttribute("registration", registration);
		model.addAttribute("results", results(registration));
		model.addAttribute("calls", this.calls.newest().stream().limit(CALLS).map(ConsoleCall::of).toList());
		model.addAttribute("counts",
				new Counts(this.calls.count(), this.kept.count(), this.kept.unapproved(), this.traffic.highest()));
		model.addAttribute("down", this.faults.isDown());
		model.addAttribute("faults", Fault.values());
		model.addAttribute("setFaults", this.faults.all());
		model.addAttribute("operations", this.runSignup.operations());
		model.addAttribute("events", this.races.events().stream().map(this::event).toList());
		if (this.mails != null) {
			model.addAttribute("mails", this.mails.newest());
		}
		if (this.morning != null) {
			RaceMorning.Progress progress = this.morning.progress();
			model.addAttribute("morning", progress);
			if (progress.isRunning()) {
				response.setHeader("Refresh", "2");
			}
		}
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

	private EventSwitch event(SimulatedEvent event) {
		return new EventSwitch(event.eventId(), event.name(), this.approvals.areNeeded(event.eventId()));
	}

	/**
	 * What there is of everything.
	 *
	 * @param calls how many calls came
	 * @param results how many results are kept
	 * @param unapproved how many of them wait for a director
	 * @param highest the most calls at once
	 */
	record Counts(long calls, int results, int unapproved, int highest) {
	}

	/**
	 * Whether an event's results wait for a director.
	 *
	 * @param eventId the event
	 * @param name its name
	 * @param needed whether they wait
	 */
	record EventSwitch(long eventId, String name, boolean needed) {
	}

}
