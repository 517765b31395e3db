package io.selftimed.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

	private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'",
			Locale.ROOT);

	private final KeptResults kept;

	private final ReceivedCalls calls;

	ConsoleController(KeptResults kept, ReceivedCalls calls) {
		this.kept = kept;
		this.calls = calls;
	}

	@GetMapping("/sandbox")
	String console(@RequestParam(name = "registration_id", required = false) @Nullable Long registrationId,
			Model model) {
		model.addAttribute("sandboxConsole", "/sandbox");
		model.addAttribute("registrationId", registrationId);
		model.addAttribute("results",
				this.kept.newest(registrationId, RESULTS).stream().map(ConsoleController::row).toList());
		model.addAttribute("calls", this.calls.newest().stream().map(ConsoleController::row).toList());
		return "sandbox/console";
	}

	private static ResultRow row(KeptResult result) {
		String tally = (result.tally() != null) ? result.tally().toPlainString() : null;
		return new ResultRow(result.registrationId(), result.bib(), result.eventId(), result.clockTime(),
				result.milliseconds(), result.elevationGain(), tally, result.resultSet(),
				readable(Instant.ofEpochSecond(result.receivedAt())));
	}

	private static CallRow row(ReceivedCall call) {
		return new CallRow(readable(call.at()), call.raceId(), call.eventId(),
				(call.key() != null) ? call.key().name() : "NONE", call.results(), call.errorCode());
	}

	private static String readable(Instant moment) {
		return READABLE.format(moment.atOffset(ZoneOffset.UTC));
	}

	/** A result as the page shows it. */
	record ResultRow(long registrationId, long bib, long eventId, String clockTime, @Nullable Long milliseconds,
			@Nullable Long elevationGain, @Nullable String tally, long resultSet, String received) {
	}

	/** A call as the page shows it. */
	record CallRow(String at, @Nullable Long raceId, @Nullable Long eventId, String key, int results,
			@Nullable Integer errorCode) {
	}

}
