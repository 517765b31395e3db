package io.selftimed.organizer.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.selftimed.organizer.setup.Reach.Found;
import io.selftimed.race.RaceProfile;
import io.selftimed.race.RaceSetup;
import io.selftimed.race.Verdict.Refused;
import io.selftimed.runsignup.CallerCredential;
import io.selftimed.runsignup.Connections.Redemption.LetIn;
import io.selftimed.runsignup.Credentials;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemoteRace;
import io.selftimed.runsignup.RunSignupReads;
import io.selftimed.security.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

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

	private final OpeningDesk openings;

	private final TransactionOperations transactions;

	private final Audit audit;

	RaceOpening(RaceSetup races, Credentials credentials, RunSignupReads reads, Reach reach, SetupFacts facts,
			OpeningDesk openings, TransactionOperations transactions, Audit audit) {
		this.races = races;
		this.credentials = credentials;
		this.reads = reads;
		this.reach = reach;
		this.facts = facts;
		this.openings = openings;
		this.transactions = transactions;
		this.audit = audit;
	}

	/**
	 * Opens the race of a form.
	 * @param organizerId our id of who becomes its owner
	 */
	Outcome open(long organizerId, Map<String, String> typed) {
		if (!value(typed, "kind").equals(Opening.CONNECT)) {
			return open(organizerId, typed, null);
		}
		LetIn letIn = this.openings.letIn(organizerId, value(typed, Opening.FIELD)).orElse(null);
		return (letIn != null) ? open(organizerId, typed, letIn) : leave(organizerId, typed);
	}

	/**
	 * Keeps what is typed before somebody leaves for RunSignup, if it is as it has to be.
	 */
	private Outcome leave(long organizerId, Map<String, String> typed) {
		List<Refused> refusals = new ArrayList<>();
		Long raceId = raceId(typed, refusals);
		refusals.addAll(new RaceProfile(typedOr(typed, "name", "?"), typedOr(typed, "zone", "UTC"),
				value(typed, "contact"), null)
			.refusals());
		if (!this.openings.isOffered()) {
			refusals.add(refused("kind", "organizer.connect.not.set-up"));
		}
		return (raceId == null || !refusals.isEmpty()) ? new Outcome.Refused(refusals)
				: new Outcome.Leaves(this.openings.keep(organizerId, Opening.of(raceId, typed)));
	}

	private Outcome open(long organizerId, Map<String, String> typed, @Nullable LetIn letIn) {
		List<Refused> refusals = new ArrayList<>();
		boolean administrator = this.facts.isAdministrator(organizerId);
		Long raceId = raceId(typed, refusals);
		CallerCredential credential = (letIn != null) ? letIn.tokens()
				: (!administrator || TypedCredential.isTyped(typed)) ? TypedCredential.read(typed, refusals) : null;
		if (raceId == null || !refusals.isEmpty()) {
			return new Outcome.Refused(refusals);
		}
		Found found = (credential != null) ? this.reach.of(credential, raceId) : byDefault(raceId);
		if (credential != null && (found.isHopeless() || !(administrator || found.reaches()))) {
			String field = (letIn != null) ? "kind" : "secret";
			return new Outcome.Refused(List.of(refused(found.word().equals("unknown-race") ? "raceId" : field,
					"organizer.reach." + found.word(), found.words())));
		}
		RaceProfile profile = profile(typed, found);
		refusals.addAll(profile.refusals());
		if (refusals.isEmpty() && !create(organizerId, raceId, profile, credential, letIn)) {
			refusals.add(refused("raceId", "organizer.refusal.race.known"));
		}
		return refusals.isEmpty() ? new Outcome.Opened(raceId, found) : new Outcome.Refused(refusals);
	}

	/** The race and its credential, or neither. */
	private boolean create(long organizerId, long raceId, RaceProfile profile, @Nullable CallerCredential credential,
			@Nullable LetIn letIn) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			if (!this.races.create(raceId, profile, organizerId)) {
				return false;
			}
			if (credential != null) {
				this.credentials.enter(raceId, credential);
				this.audit.write((letIn != null) ? "credential-connected" : "credential-entered", raceId,
						"race:" + raceId);
			}
			if (letIn != null && letIn.wish().opening() != null) {
				this.openings.end(letIn.wish().opening());
			}
			return true;
		}));
	}

	private static String typedOr(Map<String, String> typed, String field, String otherwise) {
		String text = value(typed, field);
		return text.isEmpty() ? otherwise : text;
	}

	/** How far whatever counts for a race without a credential of its own reaches. */
	private Found byDefault(long raceId) {
		return switch (this.reads.race(raceId)) {
			case ReadAnswer.Found<RemoteRace>(RemoteRace race) -> this.reach.byDefault(race);
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
		 * @param found how far its own credential reaches, or the default where it has
		 * none
		 */
		record Opened(long raceId, Found found) implements Outcome {
		}

		/**
		 * Whoever opens it goes to RunSignup first.
		 *
		 * @param opening our id of what they typed
		 */
		record Leaves(String opening) implements Outcome {
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
