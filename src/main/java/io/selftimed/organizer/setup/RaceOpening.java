package io.selftimed.organizer.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.selftimed.organizer.setup.Reach.Found;
import io.selftimed.race.RaceProfile;
import io.selftimed.race.RaceSetup;
import io.selftimed.race.Verdict.Refused;
import io.selftimed.runsignup.CallerCredential;
import io.selftimed.runsignup.Credentials;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemoteRace;
import io.selftimed.runsignup.RunSignupReads;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import static io.selftimed.organizer.setup.TypedCredential.refused;
import static io.selftimed.organizer.setup.TypedCredential.value;

/**
 * Opens a race. Administrators may open any, by hand if RunSignup tells nothing; others
 * only one that their credential is shown to reach.
 */
@Component
class RaceOpening {

	private final RaceSetup races;

	private final Credentials credentials;

	private final RunSignupReads reads;

	private final Reach reach;

	private final SetupFacts facts;

	RaceOpening(RaceSetup races, Credentials credentials, RunSignupReads reads, Reach reach, SetupFacts facts) {
		this.races = races;
		this.credentials = credentials;
		this.reads = reads;
		this.reach = reach;
		this.facts = facts;
	}

	/**
	 * Opens the race of a form.
	 * @param organizerId our id of who becomes its owner
	 */
	Outcome open(long organizerId, Map<String, String> typed) {
		List<Refused> refusals = new ArrayList<>();
		boolean administrator = this.facts.isAdministrator(organizerId);
		Long raceId = raceId(typed, refusals);
		boolean entered = !administrator || TypedCredential.isTyped(typed);
		CallerCredential credential = entered ? TypedCredential.read(typed, refusals) : null;
		if (raceId == null || !refusals.isEmpty()) {
			return new Outcome.Refused(refusals);
		}
		Found found = (credential != null) ? this.reach.of(credential, raceId) : byDefault(raceId);
		if (credential != null && (found.isHopeless() || !(administrator || found.reaches()))) {
			return new Outcome.Refused(List.of(refused(found.word().equals("unknown-race") ? "raceId" : "secret",
					"organizer.reach." + found.word(), found.words())));
		}
		return open(organizerId, raceId, credential, profile(typed, found), found);
	}

	private Outcome open(long organizerId, long raceId, @Nullable CallerCredential credential, RaceProfile profile,
			Found found) {
		List<Refused> refusals = profile.refusals();
		if (!refusals.isEmpty()) {
			return new Outcome.Refused(refusals);
		}
		if (!this.races.create(raceId, profile, organizerId)) {
			return new Outcome.Refused(List.of(refused("raceId", "organizer.refusal.race.known")));
		}
		if (credential != null) {
			this.credentials.enter(raceId, credential);
		}
		return new Outcome.Opened(raceId, (credential != null) ? found : null);
	}

	private Found byDefault(long raceId) {
		return switch (this.reads.race(raceId)) {
			case ReadAnswer.Found<RemoteRace>(RemoteRace race) -> new Found(race, "works", "", false);
			case ReadAnswer.NotFound<RemoteRace>(var why, var code, var wait, String message) ->
				new Found(null, Reach.word(why), message, false);
		};
	}

	/** What is typed counts; what is not is as RunSignup says. */
	private static RaceProfile profile(Map<String, String> typed, Found found) {
		RemoteRace race = found.race();
		String name = value(typed, "name");
		String zone = value(typed, "zone");
		if (race != null && name.isEmpty()) {
			name = race.name();
		}
		if (race != null && zone.isEmpty() && race.timeZone() != null) {
			zone = race.timeZone().getId();
		}
		return new RaceProfile(name, zone, value(typed, "contact"), null);
	}

	private static @Nullable Long raceId(Map<String, String> typed, List<Refused> refusals) {
		String text = value(typed, "raceId");
		if (text.matches("[1-9][0-9]{0,17}")) {
			return Long.valueOf(text);
		}
		refusals.add(refused("raceId", "organizer.refusal.raceId"));
		return null;
	}

	/**
	 * What came of it.
	 */
	sealed interface Outcome {

		/**
		 * The race is there.
		 *
		 * @param raceId RunSignup's id of the race
		 * @param found how far its own credential reaches, null if it has none
		 */
		record Opened(long raceId, @Nullable Found found) implements Outcome {
		}

		/**
		 * Nothing was written.
		 *
		 * @param refusals why
		 */
		record Refused(List<io.selftimed.race.Verdict.Refused> refusals) implements Outcome {
		}

	}

}
