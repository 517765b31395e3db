package io.selftimed.runsignup;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * One runner's result as it travels. At least one of registration and bib is there; where
 * both are, RunSignup goes by the registration.
 *
 * @param registrationId RunSignup's registration, null only if unknown
 * @param bib the bib, null if unknown
 * @param time the clock time or the code in its place
 * @param tally what becomes of the tally
 * @param elevationGainInMillimetres the elevation gain, null where the event has none
 */
public record UserResult(@Nullable Long registrationId, @Nullable Long bib, Time time, Tally tally,
		@Nullable Long elevationGainInMillimetres) {

	public UserResult {
		if (registrationId == null && bib == null) {
			throw new IllegalArgumentException("neither registration nor bib");
		}
	}

	/**
	 * Whether RunSignup stored another time than this one. Codes such as DNF are not
	 * compared, as it is not known what RunSignup answers for them.
	 * @param answered what it answered
	 */
	public boolean differs(UserResultsAnswer.ReceivedResult answered) {
		Long stored = answered.submittedTimeInMilliseconds();
		return this.time instanceof Time.Clock(long milliseconds) && stored != null && stored != milliseconds;
	}

	/**
	 * What stands in {@code clock_time}.
	 */
	public sealed interface Time {

		/**
		 * A clock time.
		 *
		 * @param milliseconds above 0, a multiple of 100
		 */
		record Clock(long milliseconds) implements Time {
		}

		/** A code in place of a time. */
		enum Code implements Time {

			DNF, DNS, DQ, DNQ

		}

	}

	/**
	 * The three states of {@code tally_value}.
	 */
	public sealed interface Tally {

		/** RunSignup's tally stays as it is: the field is absent. */
		record Unchanged() implements Tally {
		}

		/** RunSignup's tally is cleared: the field is null. */
		record Cleared() implements Tally {
		}

		/**
		 * RunSignup's tally is set.
		 *
		 * @param value the number as the runner typed it
		 */
		record Set(BigDecimal value) implements Tally {
		}

	}

}
