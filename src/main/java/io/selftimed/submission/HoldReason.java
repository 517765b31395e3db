package io.selftimed.submission;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a submission waits for a person instead of being delivered.
 */
enum HoldReason {

	/** Two registrations have this bib and name. */
	AMBIGUOUS,
	/** The event asks for nothing but the bib. */
	UNPROVEN,
	/** No registration has this bib. */
	NOT_ON_ROSTER,
	/** There were so many wrong tries for the bib that names do not count any more. */
	MANY_TRIES,
	/**
	 * An earlier result stands, and whoever corrects it did not come through its receipt
	 * or an e-mail link.
	 */
	STRANGER;

	/** The word in the table. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The words of several, in their own order, as the table has them. */
	static String words(Collection<HoldReason> reasons) {
		return reasons.stream().sorted().map(HoldReason::word).collect(Collectors.joining(","));
	}

}
