package io.selftimed.sandbox.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.SetFault;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it is asked for, by a person or by a test. What is blank counts as left out.
 *
 * @param fault which, such as {@code code-5}
 * @param calls for how many calls, 1 unless {@code share} is given
 * @param share for how many calls of a hundred instead
 * @param seconds how long it takes, its usual time if left out
 * @param call for which kind of call, every kind if left out
 * @param bib whose item is the bad one, the first if left out
 */
record FaultForm(@Nullable String fault, @Nullable String calls, @Nullable String share, @Nullable String seconds,
		@Nullable String call, @Nullable String bib) {

	private static final int MOST_CALLS = 10_000;

	FaultForm {
		calls = orNull(calls);
		share = orNull(share);
		seconds = orNull(seconds);
		call = orNull(call);
		bib = orNull(bib);
	}

	/**
	 * The fault that is asked for, empty if it cannot be understood.
	 * @param operations the kinds of call there are
	 */
	Optional<SetFault> read(List<String> operations) {
		boolean understood = fits(this.calls, "[1-9][0-9]{0,4}") && fits(this.share, "[1-9][0-9]?|100")
				&& fits(this.seconds, "[0-9]{1,3}(?:\\.[0-9]{1,3})?") && fits(this.bib, "[0-9]{1,18}")
				&& (this.call == null || operations.contains(this.call));
		return Arrays.stream(Fault.values())
			.filter((each) -> understood && each.key().equals(this.fault))
			.findFirst()
			.map(this::read);
	}

	private SetFault read(Fault fault) {
		Integer share = (this.share != null) ? Integer.valueOf(this.share) : null;
		return new SetFault(fault, (share != null) ? null : Integer.valueOf(howOften()), share, patience(fault),
				this.call, (this.bib != null) ? Long.valueOf(this.bib) : null);
	}

	private int howOften() {
		return (this.calls != null) ? Math.min(MOST_CALLS, Integer.parseInt(this.calls)) : 1;
	}

	private Duration patience(Fault fault) {
		if (this.seconds == null) {
			return fault.usual();
		}
		Duration asked = Duration.ofMillis(new BigDecimal(this.seconds).movePointRight(3).longValue());
		return (asked.compareTo(Fault.LONGEST) > 0) ? Fault.LONGEST : asked;
	}

	private static boolean fits(@Nullable String value, String pattern) {
		return value == null || value.matches(pattern);
	}

	private static @Nullable String orNull(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

}
