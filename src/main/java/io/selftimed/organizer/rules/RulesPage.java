package io.selftimed.organizer.rules;

import java.util.List;

import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.runsignup.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the rules shows beside the form. Templates find it as {@code rules}.
 *
 * @param consequences what the change means, asked to be confirmed; empty if nothing is
 * asked
 * @param theirs what somebody else changed meanwhile, empty if nobody did
 * @param faster who that was and when, null if nobody
 * @param sets the result sets at RunSignup, null if nobody asked
 * @param setsUnread why they could not be read, null if they could
 */
record RulesPage(List<String> consequences, List<Theirs> theirs, @Nullable String faster,
		@Nullable List<ResultSet> sets, @Nullable String setsUnread) {

	/** The outcomes that an event may allow. */
	static final Outcome[] OUTCOMES = { Outcome.FINISHED, Outcome.DNF, Outcome.DNS };

	/** What a withdrawal may send. */
	private static final List<Outcome> WITHDRAWALS = List.of(Outcome.DNS, Outcome.DNF, Outcome.DQ);

	/** The form alone. */
	static final RulesPage PLAIN = new RulesPage(List.of(), List.of(), null, null, null);

	static RulesPage asking(List<String> consequences) {
		return new RulesPage(consequences, List.of(), null, null, null);
	}

	static RulesPage overtaken(List<Theirs> theirs, String faster) {
		return new RulesPage(List.of(), theirs, faster, null, null);
	}

	public Outcome[] outcomes() {
		return OUTCOMES.clone();
	}

	public List<Outcome> withdrawals() {
		return WITHDRAWALS;
	}

	public Event.Elevation[] elevations() {
		return Event.Elevation.values();
	}

	public Event.Identity[] identities() {
		return Event.Identity.values();
	}

	public Event.StrangerCorrection[] strangerCorrections() {
		return Event.StrangerCorrection.values();
	}

	public Event.Review[] reviews() {
		return Event.Review.values();
	}

	/**
	 * One box that somebody else filled otherwise.
	 *
	 * @param field the box
	 * @param value what is in it now
	 */
	record Theirs(String field, String value) {

	}

}
