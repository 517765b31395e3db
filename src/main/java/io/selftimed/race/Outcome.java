package io.selftimed.race;

/**
 * How a runner's race ended, in the field's words. All but {@link #FINISHED} come without
 * time, elevation gain and tally.
 */
public enum Outcome {

	/** The runner finished and has a clock time. */
	FINISHED,
	/** Did not finish. */
	DNF,
	/** Did not start. */
	DNS,
	/** Disqualified. */
	DQ,
	/** Did not qualify. */
	DNQ,
	/** The runner takes back what was submitted. Never travels under this name. */
	WITHDRAWN

}
