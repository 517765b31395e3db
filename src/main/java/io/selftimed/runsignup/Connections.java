package io.selftimed.runsignup;

import java.util.Optional;

import io.selftimed.runsignup.CallerCredential.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * How somebody lets this installation in at RunSignup itself: a browser is sent there,
 * comes back with a code, and the code is redeemed for tokens. Each wish belongs to the
 * session it began in, and holds for ten minutes and one return. Tokens are kept here,
 * encrypted, from before they are used until it is known what they are good for, for an
 * hour at most; what then counts for a race is for {@link Credentials}.
 * <p>
 * A race is named by RunSignup's id; null names the default.
 */
public interface Connections {

	/** Whether this installation is a client of RunSignup's OAuth. */
	boolean areSetUp();

	/** Where browsers come back to, as it has to be registered at RunSignup. */
	String returnAddress();

	/**
	 * Begins.
	 * @param session the id of the session
	 * @param raceId the race that is to be let in
	 * @param version the version of the credential that stands there, 0 for none
	 * @return where to send the browser, a path of ours if it is the simulator's
	 * @throws IllegalStateException if nothing is set up
	 */
	String begin(String session, @Nullable Long raceId, int version);

	/**
	 * Begins for a race that is not open here yet. Its tokens are shown to nobody but
	 * whoever names the opening, however the race comes to be open meanwhile.
	 * @param session the id of the session
	 * @param raceId the race that is to be let in
	 * @param opening whoever opens it, up to 36 characters
	 * @return where to send the browser, a path of ours if it is the simulator's
	 * @throws IllegalStateException if nothing is set up
	 */
	String beginOpening(String session, long raceId, String opening);

	/** The wish of a state, if it was begun in this session and is still open. */
	Optional<Wish> of(String session, String state);

	/** The same, and closes it: it is open for nobody any more. */
	Optional<Wish> close(String session, String state);

	/**
	 * Redeems a code, in at most two calls at RunSignup. Never call it inside a
	 * transaction.
	 * @param wish what was closed
	 * @param state the state it came back with
	 * @param code the code
	 */
	Redemption redeem(Wish wish, String state, String code);

	/**
	 * The newest tokens for a race of which nobody knows yet what they are good for.
	 */
	Optional<Redemption.LetIn> waiting(@Nullable Long raceId);

	/** The newest tokens of an opening. */
	Optional<Redemption.LetIn> waitingFor(String opening);

	/** Forgets a wish and its tokens. */
	void forget(Wish wish);

	/** Forgets all wishes of an opening and their tokens. */
	void forgetOpening(String opening);

	/**
	 * What somebody wishes to connect.
	 *
	 * @param id our id
	 * @param raceId the race, null for the default
	 * @param version the version of the credential that stood there, 0 for none
	 * @param opening the opening it is for, null if the race is open here
	 */
	record Wish(String id, @Nullable Long raceId, int version, @Nullable String opening) {
	}

	/**
	 * What came of redeeming a code.
	 */
	sealed interface Redemption {

		/**
		 * RunSignup lets us in.
		 *
		 * @param wish what was wished for
		 * @param tokens by what; kept here already
		 */
		record LetIn(Wish wish, Tokens tokens) implements Redemption {
		}

		/** RunSignup does not take the code, or does not know this installation. */
		record Refused() implements Redemption {
		}

		/** RunSignup did not answer as it should; what it said is no secret. */
		record Away(String why) implements Redemption {
		}

		/** No lane was free. The code was not shown to anybody. */
		record Busy() implements Redemption {
		}

	}

}
