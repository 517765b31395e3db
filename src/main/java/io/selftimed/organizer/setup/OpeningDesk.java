package io.selftimed.organizer.setup;

import java.util.Optional;

import io.selftimed.organizer.setup.Reach.Found;
import io.selftimed.runsignup.Connections;
import io.selftimed.runsignup.Connections.Redemption;
import io.selftimed.runsignup.Connections.Redemption.LetIn;
import io.selftimed.runsignup.Connections.Wish;
import io.selftimed.security.Audit;

import org.springframework.stereotype.Component;

/**
 * The way to RunSignup and back of somebody who is opening a race. What comes of it
 * belongs to them alone until the race is open, and to nobody if it does not reach the
 * race.
 */
@Component
class OpeningDesk {

	private static final String NOT = "organizer.connect.not.";

	private static final String KIND = "kind";

	private final Connections connections;

	private final Openings openings;

	private final Reach reach;

	private final SetupFacts facts;

	private final Audit audit;

	OpeningDesk(Connections connections, Openings openings, Reach reach, SetupFacts facts, Audit audit) {
		this.connections = connections;
		this.openings = openings;
		this.reach = reach;
		this.facts = facts;
		this.audit = audit;
	}

	/** Whether this installation can be let in so. */
	boolean isOffered() {
		return this.connections.areSetUp();
	}

	/** An opening of somebody, empty if there is none or it is another's. */
	Optional<Opening> of(long organizerId, String id) {
		return this.openings.of(organizerId, id);
	}

	/** What somebody typed last before they went to RunSignup. */
	Optional<Opening> newest(long organizerId) {
		return this.openings.newest(organizerId);
	}

	/**
	 * Keeps what was typed.
	 * @return its id
	 */
	String keep(long organizerId, Opening opening) {
		return this.openings.keep(organizerId, opening);
	}

	/** By what RunSignup lets somebody's opening in. */
	Optional<LetIn> letIn(long organizerId, String id) {
		return of(organizerId, id).flatMap((opening) -> this.connections.waitingFor(opening.id()));
	}

	/** Forgets by what RunSignup lets somebody's opening in. */
	void forget(long organizerId, String id) {
		of(organizerId, id).ifPresent((opening) -> this.connections.forgetOpening(opening.id()));
	}

	/** The race is open: nothing of it waits any more. */
	void end(String id) {
		this.connections.forgetOpening(id);
		this.openings.delete(id);
	}

	/** Where to send the browser, empty if there is no such opening. */
	Optional<String> way(long organizerId, String id, String session) {
		return isOffered()
				? of(organizerId, id)
					.map((opening) -> this.connections.beginOpening(session, opening.raceId(), opening.id()))
				: Optional.empty();
	}

	/** Takes what a browser brings back. */
	Comeback returned(long organizerId, String session, ReturnedForm returned) {
		Wish wish = this.connections.of(session, returned.typedState())
			.filter((open) -> open.opening() != null && of(organizerId, open.opening()).isPresent())
			.flatMap((open) -> this.connections.close(session, returned.typedState()))
			.orElse(null);
		if (wish == null) {
			return new Comeback.Refused(newest(organizerId).map(Opening::id).orElse(""), KIND, NOT + "known.opening",
					"");
		}
		if (!returned.hasCode()) {
			return refused(wish, KIND, returned.isDenied() ? "allowed" : "granted", "");
		}
		return switch (this.connections.redeem(wish, returned.typedState(), returned.typedCode())) {
			case LetIn letIn -> land(organizerId, letIn);
			case Redemption.Refused() -> refused(wish, KIND, "redeemed", "");
			case Redemption.Away(String why) -> refused(wish, KIND, "answered", why);
			case Redemption.Busy() -> refused(wish, KIND, "free", "");
		};
	}

	private Comeback land(long organizerId, LetIn letIn) {
		Wish wish = letIn.wish();
		long raceId = (wish.raceId() != null) ? wish.raceId() : 0;
		Found found = this.reach.of(letIn.tokens(), raceId);
		return switch (Landing.ofRace(found)) {
			case Landing.Verdict.Waits(String words) -> new Comeback.Unsure(opening(wish), words);
			case Landing.Verdict.Misses(String word, String words) ->
				refused(wish, word.equals("unknown-race") ? "raceId" : KIND, word, words);
			case Landing.Verdict.Fits fits when fits.works() || this.facts.isAdministrator(organizerId) -> {
				this.audit.write("race-connected", null, "race:" + raceId);
				yield new Comeback.Connected(opening(wish), found);
			}
			case Landing.Verdict.Fits fits -> refused(wish, KIND, "shown", "");
		};
	}

	/** Nothing of it stays but what was typed. */
	private Comeback refused(Wish wish, String field, String word, String words) {
		this.connections.forget(wish);
		return new Comeback.Refused(opening(wish), field, NOT + word, words);
	}

	private static String opening(Wish wish) {
		return (wish.opening() != null) ? wish.opening() : "";
	}

	/**
	 * What came of going there.
	 */
	sealed interface Comeback {

		/**
		 * Our id of the opening, empty if nobody knows which.
		 */
		String opening();

		/**
		 * RunSignup lets us in, and the race may be opened.
		 *
		 * @param found what it shows
		 */
		record Connected(String opening, Found found) implements Comeback {
		}

		/**
		 * RunSignup lets us in, and did not say yet how far.
		 *
		 * @param words what it said
		 */
		record Unsure(String opening, String words) implements Comeback {
		}

		/**
		 * Nothing came of it.
		 *
		 * @param field where to say so
		 * @param sentence the message that says why
		 * @param words what RunSignup said
		 */
		record Refused(String opening, String field, String sentence, String words) implements Comeback {
		}

	}

}
