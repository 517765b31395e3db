package io.selftimed.organizer.setup;

import java.util.Objects;
import java.util.Optional;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.setup.Landing.Verdict;
import io.selftimed.runsignup.Connections;
import io.selftimed.runsignup.Connections.Redemption;
import io.selftimed.runsignup.Connections.Wish;
import io.selftimed.runsignup.Credentials;
import io.selftimed.runsignup.Credentials.Change;
import io.selftimed.runsignup.Credentials.Description;
import io.selftimed.security.Audit;
import io.selftimed.security.PublicUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets an owner connect a race at RunSignup itself: sends the browser there, redeems what
 * it brings back, looks what that is good for, and keeps it only then. Whatever goes
 * wrong has its own sentence and leaves the credential as it was. The race is null for
 * the default.
 */
@Component
class ConnectDesk {

	private static final String NOT = "organizer.connect.not.";

	private final Connections connections;

	private final Credentials credentials;

	private final Landing landing;

	private final TransactionOperations transactions;

	private final Audit audit;

	private final PublicUrl publicUrl;

	ConnectDesk(Connections connections, Credentials credentials, Landing landing, TransactionOperations transactions,
			Audit audit, PublicUrl publicUrl) {
		this.connections = connections;
		this.credentials = credentials;
		this.landing = landing;
		this.transactions = transactions;
		this.audit = audit;
		this.publicUrl = publicUrl;
	}

	/** What the page of a credential says of it. */
	Offer offer(@Nullable Long raceId) {
		boolean setUp = this.connections.areSetUp();
		return new Offer(setUp, this.connections.returnAddress(),
				setUp && this.connections.waiting(raceId).isPresent());
	}

	/** The address under which browsers find us. */
	String home() {
		return this.publicUrl.link("/organizer");
	}

	ModelAndView begin(@Nullable Long raceId, String session, RedirectAttributes flash) {
		if (!this.connections.areSetUp()) {
			return undone(raceId, NOT + "set-up", "", flash);
		}
		int version = this.credentials.describe(raceId).map(Description::version).orElse(0);
		return new ModelAndView(SeeOther.elsewhere(this.connections.begin(session, raceId, version)));
	}

	/** The page that a browser went out from, empty if none did. */
	Optional<String> path(String session, ReturnedForm returned) {
		return this.connections.of(session, returned.typedState())
			.map((wish) -> (wish.opening() != null) ? OpeningController.PATH : CredentialDesk.path(wish.raceId()));
	}

	ModelAndView returned(@Nullable Long raceId, String session, ReturnedForm returned, RedirectAttributes flash) {
		Wish wish = this.connections.close(session, returned.typedState())
			.filter((closed) -> closed.opening() == null && Objects.equals(closed.raceId(), raceId))
			.orElse(null);
		if (wish == null) {
			return undone(raceId, NOT + "known", home(), flash);
		}
		if (!returned.hasCode()) {
			this.connections.forget(wish);
			return undone(raceId, NOT + (returned.isDenied() ? "allowed" : "granted"), "", flash);
		}
		return redeem(wish, returned, flash);
	}

	private ModelAndView redeem(Wish wish, ReturnedForm returned, RedirectAttributes flash) {
		return switch (this.connections.redeem(wish, returned.typedState(), returned.typedCode())) {
			case Redemption.LetIn letIn -> land(letIn, flash);
			case Redemption.Refused() -> undone(wish.raceId(), NOT + "redeemed", "", flash);
			case Redemption.Away(String why) -> undone(wish.raceId(), NOT + "answered", why, flash);
			case Redemption.Busy() -> undone(wish.raceId(), NOT + "free", "", flash);
		};
	}

	/** Looks once more what tokens are good for that were brought before. */
	ModelAndView lookAgain(@Nullable Long raceId, RedirectAttributes flash) {
		return this.connections.waiting(raceId)
			.map((letIn) -> land(letIn, flash))
			.orElseGet(() -> undone(raceId, NOT + "waiting", "", flash));
	}

	private ModelAndView land(Redemption.LetIn letIn, RedirectAttributes flash) {
		Wish wish = letIn.wish();
		return switch (this.landing.look(wish.raceId(), letIn.tokens())) {
			case Verdict.Fits fits -> keep(letIn, fits, flash);
			case Verdict.Waits(String words) -> undone(wish.raceId(), NOT + "looked", words, flash);
			case Verdict.Misses(String word, String words) -> {
				this.connections.forget(wish);
				yield undone(wish.raceId(), NOT + word, words, flash);
			}
		};
	}

	private ModelAndView keep(Redemption.LetIn letIn, Verdict.Fits fits, RedirectAttributes flash) {
		Wish wish = letIn.wish();
		Change change = Objects.requireNonNull(this.transactions.execute((status) -> keep(letIn)));
		if (change != Change.DONE) {
			return undone(wish.raceId(), "organizer.refusal.faster", "", flash);
		}
		flash.addFlashAttribute("done", "organizer.connect.done");
		flash.addFlashAttribute("reach", "organizer.reach." + fits.word());
		flash.addFlashAttribute("words", fits.words());
		flash.addFlashAttribute("works", fits.works());
		return new ModelAndView(SeeOther.at(CredentialDesk.path(wish.raceId())));
	}

	private Change keep(Redemption.LetIn letIn) {
		Wish wish = letIn.wish();
		this.connections.forget(wish);
		Change change = (wish.version() == 0) ? this.credentials.enter(wish.raceId(), letIn.tokens())
				: this.credentials.replace(wish.raceId(), wish.version(), letIn.tokens());
		if (change == Change.DONE) {
			this.audit.write("credential-connected", wish.raceId(),
					(wish.raceId() != null) ? "race:" + wish.raceId() : "default");
		}
		return change;
	}

	private static ModelAndView undone(@Nullable Long raceId, String sentence, String about, RedirectAttributes flash) {
		flash.addFlashAttribute("undone", sentence);
		flash.addFlashAttribute("about", about);
		return new ModelAndView(SeeOther.at(CredentialDesk.path(raceId)));
	}

	/**
	 * How connecting stands.
	 *
	 * @param setUp whether this installation can be let in so
	 * @param returnAddress what has to be registered at RunSignup for it
	 * @param waiting whether somebody let it in, and nobody knows yet where to
	 */
	record Offer(boolean setUp, String returnAddress, boolean waiting) {
	}

}
