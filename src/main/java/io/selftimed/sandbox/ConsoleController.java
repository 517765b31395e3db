package io.selftimed.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The console: what the simulated RunSignup saw.
 */
@Controller
@Profile("simulator")
class ConsoleController {

	private static final int ROWS = 100;

	private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'",
			Locale.ENGLISH);

	private final Simulator simulator;

	ConsoleController(Simulator simulator) {
		this.simulator = simulator;
	}

	@GetMapping("/sandbox")
	String console(@RequestParam(name = "registration_id", required = false) @Nullable String registration,
			Model model) {
		Long only = (registration != null && registration.matches("\\d{1,18}")) ? Long.valueOf(registration) : null;
		model.addAttribute("registration", only);
		model.addAttribute("results",
				this.simulator.results().newest(ROWS, only).stream().map(ConsoleController::row).toList());
		model.addAttribute("calls", this.simulator.calls().stream().limit(20).map(ConsoleController::row).toList());
		return "sandbox/console";
	}

	private static ResultRow row(StoredResult result) {
		Long elevation = result.elevationInMillimetres();
		return new ResultRow(result.eventId(), result.registrationId(), result.bib(), result.clockTime(),
				(elevation != null) ? java.math.BigDecimal.valueOf(elevation, 3).stripTrailingZeros().toPlainString()
						: "",
				(result.tally() != null) ? result.tally() : "", result.resultSetId(),
				readable(Instant.ofEpochSecond(result.receivedTs())), result.receivedTs());
	}

	private static List<String> row(Simulator.Call call) {
		return List.of(readable(call.at()), call.race(), call.event(), String.valueOf(call.items()),
				(call.error() != null) ? call.error() : "");
	}

	private static String readable(Instant moment) {
		return READABLE.format(moment.atOffset(ZoneOffset.UTC));
	}

	/**
	 * A result as the console shows it.
	 */
	public record ResultRow(long eventId, long registrationId, long bib, String clockTime, String elevationInMetres,
			String tally, long resultSetId, String receivedAt, long receivedTs) {
	}

}
