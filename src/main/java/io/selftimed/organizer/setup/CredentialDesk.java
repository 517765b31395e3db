package io.selftimed.organizer.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.TypedForm;
import io.selftimed.organizer.setup.CredentialStanding.Standing;
import io.selftimed.organizer.setup.SetupFacts.Place;
import io.selftimed.race.Verdict.Refused;
import io.selftimed.runsignup.CallerCredential;
import io.selftimed.runsignup.CredentialKind;
import io.selftimed.runsignup.Credentials;
import io.selftimed.runsignup.Credentials.Change;
import io.selftimed.runsignup.FirstLook;
import io.selftimed.runsignup.ProbeAnswer;
import io.selftimed.security.Audit;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What may be done with a credential: enter, try, replace and, once asked, remove it. It
 * is tried before it is kept, and one that RunSignup turns away is not kept. The race is
 * null for the default.
 */
@Component
class CredentialDesk {

	private final Credentials credentials;

	private final CredentialStanding standing;

	private final SetupFacts facts;

	private final FirstLook look;

	private final TransactionOperations transactions;

	private final Audit audit;

	private final ConnectDesk connect;

	private final Wording wording;

	CredentialDesk(Credentials credentials, CredentialStanding standing, SetupFacts facts, FirstLook look,
			TransactionOperations transactions, Audit audit, ConnectDesk connect, Wording wording) {
		this.credentials = credentials;
		this.standing = standing;
		this.facts = facts;
		this.look = look;
		this.transactions = transactions;
		this.audit = audit;
		this.connect = connect;
		this.wording = wording;
	}

	ModelAndView page(@Nullable Long raceId) {
		return page(raceId, TypedForm.of(Map.of("kind", CredentialKind.API_V2.propertyName())));
	}

	private ModelAndView page(@Nullable Long raceId, TypedForm form) {
		ModelAndView page = new ModelAndView("organizer/credential", "form", form.without(TypedCredential.SECRETS));
		page.addObject("standing", this.standing.of(raceId));
		page.addObject("kinds", CredentialKind.values());
		page.addObject("here", path(raceId));
		page.addObject("byDefault", raceId == null);
		page.addObject("connect", this.connect.offer(raceId));
		return page;
	}

	ModelAndView enter(@Nullable Long raceId, int version, Map<String, String> typed, RedirectAttributes flash) {
		List<Refused> refusals = new ArrayList<>();
		CallerCredential credential = TypedCredential.read(typed, refusals);
		if (credential == null) {
			return refused(raceId, typed, refusals);
		}
		Optional<ProbeAnswer> tried = place(raceId)
			.map((place) -> this.look.probe(credential, place.raceId(), place.eventId()));
		if (tried.filter((answer) -> isTurnedAway(raceId, answer)).isPresent()) {
			ProbeAnswer answer = tried.get();
			return refused(raceId, typed, List
				.of(TypedCredential.refused("secret", "organizer.reach." + Reach.word(answer), Reach.words(answer))));
		}
		if (keep(raceId, version, credential) == Change.CHANGED_MEANWHILE) {
			return refused(raceId, typed, List.of(TypedCredential.refused("form", "organizer.refusal.faster")));
		}
		flash.addFlashAttribute("done", "organizer.credential.kept");
		tell(tried.orElse(null), flash);
		return new ModelAndView(SeeOther.at(path(raceId)));
	}

	/**
	 * A default is tried with one race among several, so that only what RunSignup does
	 * not let in at all is turned away.
	 */
	private static boolean isTurnedAway(@Nullable Long raceId, ProbeAnswer answer) {
		return switch (answer) {
			case ProbeAnswer.Rejected rejected -> true;
			case ProbeAnswer.ForAnotherRace other -> raceId != null;
			case ProbeAnswer.NoAccess no -> raceId != null;
			default -> false;
		};
	}

	private Optional<Place> place(@Nullable Long raceId) {
		return (raceId != null) ? this.facts.place(raceId) : this.facts.placeOfDefault();
	}

	private Change keep(@Nullable Long raceId, int version, CallerCredential credential) {
		return audited("credential-entered", raceId, () -> (version == 0) ? this.credentials.enter(raceId, credential)
				: this.credentials.replace(raceId, version, credential));
	}

	ModelAndView test(@Nullable Long raceId, RedirectAttributes flash) {
		ProbeAnswer answer = place(raceId).map((place) -> this.look.probe(null, place.raceId(), place.eventId()))
			.orElse(null);
		this.audit.write("credential-tested", raceId,
				about(raceId) + " came:" + ((answer != null) ? Reach.word(answer) : "no-event"));
		tell(answer, flash);
		return new ModelAndView(SeeOther.at(path(raceId)));
	}

	private static void tell(@Nullable ProbeAnswer answer, RedirectAttributes flash) {
		flash.addFlashAttribute("reach", "organizer.reach." + ((answer != null) ? Reach.word(answer) : "no-event"));
		flash.addFlashAttribute("words", (answer != null) ? Reach.words(answer) : "");
		flash.addFlashAttribute("works", answer instanceof ProbeAnswer.Works);
	}

	/** What the removal would mean; nothing is removed yet. */
	ModelAndView aboutToRemove(@Nullable Long raceId) {
		Standing standing = this.standing.of(raceId);
		if (!standing.isOwn()) {
			return new ModelAndView(SeeOther.at(path(raceId)));
		}
		ModelAndView page = new ModelAndView("organizer/credential-remove", "standing", standing);
		page.addObject("here", path(raceId));
		page.addObject("byDefault", raceId == null);
		page.addObject("then", this.standing.without(raceId));
		SetupFacts.Races stopped = (raceId != null) ? new SetupFacts.Races(List.of(), 0) : this.facts.byDefault();
		page.addObject("races", stopped.names());
		page.addObject("more", stopped.more());
		return page;
	}

	ModelAndView remove(@Nullable Long raceId, int version, RedirectAttributes flash) {
		Change change = audited("credential-removed", raceId, () -> this.credentials.remove(raceId, version));
		flash.addFlashAttribute((change == Change.DONE) ? "done" : "undone",
				(change == Change.DONE) ? "organizer.credential.removed" : "organizer.refusal.faster");
		return new ModelAndView(SeeOther.at(path(raceId)));
	}

	/** In one transaction with what the audit says of it. */
	private Change audited(String what, @Nullable Long raceId, Supplier<Change> change) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Change came = change.get();
			if (came == Change.DONE) {
				this.audit.write(what, raceId, about(raceId));
			}
			return came;
		}));
	}

	private static String about(@Nullable Long raceId) {
		return (raceId != null) ? "race:" + raceId : "default";
	}

	private ModelAndView refused(@Nullable Long raceId, Map<String, String> typed, List<Refused> refusals) {
		ModelAndView page = page(raceId, TypedForm.refused(typed, refusals, this.wording));
		page.addObject("again", true);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	static String path(@Nullable Long raceId) {
		return "/organizer/" + ((raceId != null) ? "races/" + raceId : "installation") + "/credential";
	}

}
