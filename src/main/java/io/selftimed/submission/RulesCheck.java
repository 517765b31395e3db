package io.selftimed.submission;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.selftimed.race.Claim;
import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.race.Rule;
import io.selftimed.race.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads the form, asks the roster whose it is, and lets every rule of the event judge it.
 */
@Component
class RulesCheck implements SubmissionCheck {

	private final Identification identification;

	private final InstantSource time;

	RulesCheck(Identification identification, InstantSource time) {
		this.identification = identification;
		this.time = time;
	}

	@Override
	public Checked check(Event event, SubmissionForm form) {
		TypedResult typed = new TypedResult();
		Long bib = typed.bib(form.bib());
		List<Checked.Refusal> refusals = new ArrayList<>();
		Identified who = this.identification.identify(event, bib, form, refusals);
		Outcome outcome = outcome(form.outcome());
		boolean finished = outcome == Outcome.FINISHED;
		ClockTime clockTime = finished ? typed.clockTime(form.hours(), form.minutes(), form.seconds()) : null;
		ElevationGain elevation = (finished && event.elevation() != Event.Elevation.OFF)
				? typed.elevationGain(form.elevationGain(), form.elevationUnit()) : null;
		BigDecimal tally = (finished && event.hasTally()) ? typed.tally(form.tally()) : null;
		refusals.addAll(typed.refusals());
		Claim claim = new Claim(this.time.instant(), (outcome != null) ? outcome : Outcome.DNS, elevation, tally);
		judge(event, claim, outcome, refusals);
		boolean untimely = Rule.WINDOW_OPEN.judge(event, claim) instanceof Verdict.Refused;
		if (who == null || outcome == null || refusals.size() > (untimely ? 1 : 0)) {
			return new Checked.Refused(refusals);
		}
		Statement statement = new Statement(who, new Result(outcome, clockTime, elevation, tally),
				blankToNull(form.email()), blankToNull(form.note()));
		return untimely ? new Checked.Refused(refusals, statement) : new Checked.Sound(statement);
	}

	private static void judge(Event event, Claim claim, @Nullable Outcome outcome, List<Checked.Refusal> refusals) {
		boolean elevationUnread = refusals.stream().anyMatch((refusal) -> refusal.field().startsWith("elevation"));
		if (outcome == null) {
			refusals.add(Checked.Refusal.of("outcome", "refusal.outcome.choose"));
		}
		for (Rule rule : Rule.values()) {
			boolean pointless = (rule == Rule.OUTCOME_ALLOWED && outcome == null)
					|| (rule == Rule.ELEVATION_WHERE_REQUIRED && elevationUnread);
			if (!pointless && rule.judge(event,
					claim) instanceof Verdict.Refused(String field, String message, List<Object> arguments)) {
				refusals.add(new Checked.Refusal(field, message, arguments));
			}
		}
	}

	private static @Nullable Outcome outcome(@Nullable String typed) {
		return Arrays.stream(Outcome.values())
			.filter((outcome) -> outcome != Outcome.WITHDRAWN && outcome.name().equals(TypedResult.trimmed(typed)))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String blankToNull(@Nullable String typed) {
		String text = TypedResult.trimmed(typed);
		return text.isEmpty() ? null : text;
	}

}
