package io.selftimed.organizer.setup;

import io.selftimed.runsignup.CallerCredential;
import io.selftimed.runsignup.FirstLook;
import io.selftimed.runsignup.ProbeAnswer;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemoteRace;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out how far a credential reaches: whether RunSignup lets it in, whose it is, and
 * whether it may see the race's runners, which only the race's own people may.
 */
@Component
class Reach {

	private final FirstLook look;

	Reach(FirstLook look) {
		this.look = look;
	}

	/** Looks with a credential that somebody is entering. */
	Found of(CallerCredential credential, long raceId) {
		ReadAnswer<RemoteRace> race = this.look.race(credential, raceId);
		return switch (race) {
			case ReadAnswer.NotFound<RemoteRace>(var why, var code, var wait, String message) ->
				new Found(null, word(why, code), message, false);
			case ReadAnswer.Found<RemoteRace>(RemoteRace remote) -> of(credential, remote);
		};
	}

	private Found of(CallerCredential credential, RemoteRace race) {
		if (race.events().isEmpty()) {
			return new Found(race, "no-event", "", false);
		}
		long eventId = eventOf(race);
		ProbeAnswer probe = this.look.probe(credential, race.raceId(), eventId);
		if (!(probe instanceof ProbeAnswer.Works)) {
			return new Found(race, word(probe), words(probe), false);
		}
		boolean roster = this.look.roster(credential, race.raceId(), eventId) instanceof ReadAnswer.Found<Boolean>;
		return new Found(race, roster ? word(probe) : "no-roster", words(probe), roster);
	}

	/** Looks with what counts for a race that has no credential of its own. */
	Found byDefault(RemoteRace race) {
		if (race.events().isEmpty()) {
			return new Found(race, "no-event", "", false);
		}
		ProbeAnswer probe = this.look.probe(null, race.raceId(), eventOf(race));
		return new Found(race, word(probe), words(probe), probe instanceof ProbeAnswer.Works);
	}

	private static long eventOf(RemoteRace race) {
		return race.events()
			.stream()
			.filter(RemoteRace.RemoteEvent::isVirtual)
			.findFirst()
			.orElseGet(() -> race.events().getFirst())
			.eventId();
	}

	/** The word for what a probe found out, in message keys. */
	static String word(ProbeAnswer answer) {
		return switch (answer) {
			case ProbeAnswer.Works(Long race, String owner) -> (owner != null) ? "works-of" : "works";
			case ProbeAnswer.ForAnotherRace other -> "another-race";
			case ProbeAnswer.Rejected rejected -> (rejected.code() == 17) ? "registration" : "rejected";
			case ProbeAnswer.NoAccess no -> "no-access";
			case ProbeAnswer.UnknownRace unknown -> "unknown-race";
			case ProbeAnswer.Missing missing -> "missing";
			case ProbeAnswer.Undecided undecided -> "undecided";
		};
	}

	/** What RunSignup said, or whom it named. */
	static String words(ProbeAnswer answer) {
		return switch (answer) {
			case ProbeAnswer.Works(Long race, String owner) -> (owner != null) ? owner : "";
			case ProbeAnswer.ForAnotherRace(long race) -> String.valueOf(race);
			case ProbeAnswer.Rejected(int code, String message) -> message;
			case ProbeAnswer.NoAccess(String message) -> message;
			case ProbeAnswer.UnknownRace(int code, String message) -> message;
			case ProbeAnswer.Missing(String why) -> why;
			case ProbeAnswer.Undecided(String why) -> why;
		};
	}

	/** The same, where RunSignup's code says more. */
	private static String word(ReadAnswer.Why why, @Nullable Integer code) {
		return switch ((code != null) ? code : 0) {
			case 7 -> "no-access";
			case 17 -> "registration";
			default -> word(why);
		};
	}

	/** The word for what stood in the way of a read, in message keys. */
	static String word(ReadAnswer.Why why) {
		return switch (why) {
			case CREDENTIAL_BAD -> "rejected";
			case SET_UP_WRONGLY -> "unknown-race";
			case BUSY -> "busy";
			case REFUSED, MISSPOKEN, THROTTLED, UNAVAILABLE -> "undecided";
		};
	}

	/**
	 * How far a credential reaches.
	 *
	 * @param race what RunSignup tells of the race, null if nothing
	 * @param word the word for it in message keys
	 * @param words what RunSignup said
	 * @param reaches whether it is shown to be one of the race's own people
	 */
	record Found(@Nullable RemoteRace race, String word, String words, boolean reaches) {

		/** Whether RunSignup says that this credential is of no use for the race. */
		boolean isHopeless() {
			return switch (this.word) {
				case "rejected", "registration", "no-access", "another-race", "unknown-race" -> true;
				default -> false;
			};
		}

	}

}
