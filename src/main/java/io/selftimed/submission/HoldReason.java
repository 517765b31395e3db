package io.selftimed.submission;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
	STRANGER,
	/** The runner confirmed a doubt, and the event has such results reviewed. */
	DOUBTFUL,
	/** The event has every result reviewed. */
	EVERY;

	/** The word in the table. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The reasons of a row in the table. */
	static Set<HoldReason> of(String words) {
		return Stream.of(words.split(","))
			.filter((word) -> !word.isEmpty())
			.map((word) -> valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(HoldReason.class)));
	}

	/** All but one. */
	static Set<HoldReason> without(Set<HoldReason> reasons, HoldReason one) {
		return reasons.stream().filter((reason) -> reason != one).collect(Collectors.toUnmodifiableSet());
	}

	/** The words of several, in their own order, as the table has them. */
	static String words(Collection<HoldReason> reasons) {
		return reasons.stream().sorted().map(HoldReason::word).collect(Collectors.joining(","));
	}

}
