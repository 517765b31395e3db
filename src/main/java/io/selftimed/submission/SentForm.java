package io.selftimed.submission;

import java.math.BigDecimal;
import java.util.Objects;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The form of a correction, filled in as the earlier submission was sent: its values in
 * their own units, and its words.
 */
final class SentForm {

	private SentForm() {
	}

	/**
	 * Fills in the form.
	 * @param earlier what was sent
	 * @param proof that it comes through the receipt
	 */
	static SubmissionForm of(Earlier earlier, String proof) {
		Result result = earlier.result();
		ElevationGain climb = result.elevationGain();
		BigDecimal tally = result.tally();
		ClockTime time = result.clockTime();
		long tenths = (time != null) ? time.milliseconds() / 100 : 0;
		return new SubmissionForm(String.valueOf(earlier.bib()), null, null, outcome(earlier),
				box(tenths / 36_000, time), box(tenths / 600 % 60, time), seconds(tenths % 600, time),
				(climb != null) ? climb.value().toPlainString() : null, (climb != null) ? climb.unit().symbol() : "m",
				(tally != null) ? tally.toPlainString() : null, earlier.email(), earlier.note(), null, null, proof);
	}

	/** The same, if a runner may choose it; who withdrew begins anew. */
	private static String outcome(Earlier earlier) {
		Outcome outcome = earlier.result().outcome();
		return (earlier.event().outcomes().contains(outcome) ? outcome : Outcome.FINISHED).name();
	}

	private static @Nullable String box(long value, @Nullable ClockTime time) {
		return (time != null && value > 0) ? Objects.toString(value) : null;
	}

	private static @Nullable String seconds(long tenths, @Nullable ClockTime time) {
		if (time == null) {
			return null;
		}
		return (tenths % 10 != 0) ? tenths / 10 + "." + tenths % 10 : Objects.toString(tenths / 10);
	}

}
