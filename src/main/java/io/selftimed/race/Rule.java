package io.selftimed.race;

import java.math.BigDecimal;

/**
 * A rule of an event, as a named value that says why it refuses. What cannot be read as a
 * value at all is refused before any rule sees it.
 */
public enum Rule {

	/** Results are taken only inside the window. */
	WINDOW_OPEN {
		@Override
		public Verdict judge(Event event, Claim claim) {
			if (event.window().isOpenAt(claim.moment())) {
				return Verdict.ALLOWED;
			}
			if (claim.moment().isBefore(event.window().opensAt())) {
				return Verdict.refused("event", "refusal.event.early",
						event.window().opensAt().atZone(event.race().zone()));
			}
			return Verdict.refused("event", "refusal.event.closed",
					event.window().closesAt().atZone(event.race().zone()));
		}
	},

	/** A runner chooses among the outcomes that the event allows. */
	OUTCOME_ALLOWED {
		@Override
		public Verdict judge(Event event, Claim claim) {
			return event.outcomes().contains(claim.outcome()) ? Verdict.ALLOWED
					: Verdict.refused("outcome", "refusal.outcome.choose");
		}
	},

	/** Who finished an event that needs elevation gain states it. */
	ELEVATION_WHERE_REQUIRED {
		@Override
		public Verdict judge(Event event, Claim claim) {
			boolean missing = event.elevation() == Event.Elevation.REQUIRED && claim.outcome() == Outcome.FINISHED
					&& claim.elevationGain() == null;
			return missing ? Verdict.refused("elevationGain", "refusal.elevation.missing") : Verdict.ALLOWED;
		}
	},

	/** A tally is not below what the event takes. */
	TALLY_NOT_BELOW_LEAST {
		@Override
		public Verdict judge(Event event, Claim claim) {
			BigDecimal least = event.tallyLimits().least();
			if (least == null || !event.hasTally() || claim.tally() == null || claim.tally().compareTo(least) >= 0) {
				return Verdict.ALLOWED;
			}
			return Verdict.refused("tally", "refusal.tally.least", plain(least));
		}
	},

	/** A tally is not above what the event takes. */
	TALLY_NOT_ABOVE_MOST {
		@Override
		public Verdict judge(Event event, Claim claim) {
			BigDecimal most = event.tallyLimits().most();
			if (most == null || !event.hasTally() || claim.tally() == null || claim.tally().compareTo(most) <= 0) {
				return Verdict.ALLOWED;
			}
			return Verdict.refused("tally", "refusal.tally.most", plain(most));
		}
	};

	/**
	 * Judges a claim.
	 * @param event the event whose rules count
	 * @param claim what a runner claims
	 * @return the verdict
	 */
	public abstract Verdict judge(Event event, Claim claim);

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

}
