package io.selftimed.organizer.setup;

import io.selftimed.organizer.setup.Reach.Found;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.FirstLook;
import io.selftimed.runsignup.ProbeAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out whether tokens that RunSignup just gave fit what they are for: whoever let us
 * in there may look after another race.
 */
@Component
class Landing {

	private final Reach reach;

	private final FirstLook look;

	private final SetupFacts facts;

	Landing(Reach reach, FirstLook look, SetupFacts facts) {
		this.reach = reach;
		this.look = look;
		this.facts = facts;
	}

	/**
	 * Looks with the tokens.
	 * @param raceId the race, null for the default
	 */
	Verdict look(@Nullable Long raceId, Tokens tokens) {
		return (raceId != null) ? ofRace(this.reach.of(tokens, raceId))
				: this.facts.placeOfDefault()
					.map((place) -> ofDefault(this.look.probe(tokens, place.raceId(), place.eventId())))
					.orElseGet(() -> new Verdict.Fits("no-event", "", false));
	}

	/** Only the race's own people are shown who is registered. */
	static Verdict ofRace(Found found) {
		return switch (found.word()) {
			case "works", "works-of" -> new Verdict.Fits(found.word(), found.words(), true);
			case "no-event" -> new Verdict.Fits(found.word(), "", false);
			case "busy", "undecided" -> new Verdict.Waits(found.words());
			case "no-access", "no-roster", "another-race" -> new Verdict.Misses("this-race", found.words());
			default -> new Verdict.Misses(found.word(), found.words());
		};
	}

	/** One race among several tells only whether RunSignup lets the tokens in at all. */
	private static Verdict ofDefault(ProbeAnswer answer) {
		return switch (answer) {
			case ProbeAnswer.Rejected rejected -> new Verdict.Misses(Reach.word(rejected), Reach.words(rejected));
			case ProbeAnswer.Undecided undecided -> new Verdict.Waits(Reach.words(undecided));
			default -> new Verdict.Fits(Reach.word(answer), Reach.words(answer), answer instanceof ProbeAnswer.Works);
		};
	}

	/**
	 * What the tokens are good for.
	 */
	sealed interface Verdict {

		/**
		 * They may be kept.
		 *
		 * @param word the word for how far they reach, in message keys
		 * @param words what RunSignup said
		 * @param works whether they were shown to reach
		 */
		record Fits(String word, String words, boolean works) implements Verdict {
		}

		/**
		 * Nothing was found out: look again later.
		 *
		 * @param words why
		 */
		record Waits(String words) implements Verdict {
		}

		/**
		 * They are of no use here.
		 *
		 * @param word the word for why, in message keys
		 * @param words what RunSignup said
		 */
		record Misses(String word, String words) implements Verdict {
		}

	}

}
