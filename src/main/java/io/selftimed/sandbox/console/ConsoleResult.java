package io.selftimed.sandbox.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.selftimed.sandbox.api.KeptResult;
import org.jspecify.annotations.Nullable;

/**
 * A result as the console shows it.
 *
 * @param registrationId whose result it is
 * @param bib the bib
 * @param raceId the race, null if the simulator does not know it any more
 * @param eventId the event
 * @param clockTime the time as {@code [h:]mm:ss[.s]}, or the code
 * @param elevationGain in metres, null where the event has none
 * @param tally the tally, null if there is none
 * @param resultSet the result set
 * @param receivedAt when it came
 * @param approvedAt when a director approved it, null if none did
 */
record ConsoleResult(long registrationId, long bib, @Nullable Long raceId, long eventId, String clockTime,
		@Nullable String elevationGain, @Nullable String tally, long resultSet, Instant receivedAt,
		@Nullable Instant approvedAt) {

	static ConsoleResult of(KeptResult result, @Nullable Long raceId) {
		Long time = result.milliseconds();
		Long gain = result.elevationGain();
		BigDecimal tally = result.tally();
		Long approved = result.approvedAt();
		return new ConsoleResult(result.registrationId(), result.bib(), raceId, result.eventId(),
				(time != null) ? read(Duration.ofMillis(time)) : result.clockTime(),
				(gain != null) ? read(BigDecimal.valueOf(gain, 3)) : null, (tally != null) ? read(tally) : null,
				result.resultSet(), Instant.ofEpochSecond(result.receivedAt()),
				(approved != null) ? Instant.ofEpochSecond(approved) : null);
	}

	/** When it came, for people. */
	public String received() {
		return ConsoleCall.read(this.receivedAt);
	}

	/** When it was approved, for people; null if it was not. */
	public @Nullable String approved() {
		return (this.approvedAt != null) ? ConsoleCall.read(this.approvedAt) : null;
	}

	private static String read(Duration time) {
		String hours = (time.toHours() > 0) ? time.toHours() + ":" : "";
		String tenths = (time.toMillisPart() > 0) ? "." + time.toMillisPart() / 100 : "";
		return hours + String.format(Locale.ROOT, "%02d:%02d", time.toMinutesPart(), time.toSecondsPart()) + tenths;
	}

	private static String read(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

}
