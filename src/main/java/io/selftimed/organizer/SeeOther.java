package io.selftimed.organizer;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The answer to a form that was taken: look elsewhere, by 303.
 */
public final class SeeOther {

	private SeeOther() {
	}

	/**
	 * Where to look.
	 * @param path a path of ours, beginning with a slash
	 */
	public static RedirectView at(String path) {
		RedirectView redirect = new RedirectView(path, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

	/**
	 * An address that may be elsewhere, as it stands.
	 * @param address a whole address, or a path of ours
	 */
	public static RedirectView elsewhere(String address) {
		RedirectView redirect = at(address);
		redirect.setExpandUriTemplateVariables(false);
		return redirect;
	}

	/**
	 * A page of an event.
	 * @param visit the visit to the event
	 * @param below the rest of its path, empty for the event itself
	 */
	public static RedirectView atEvent(EventVisit visit, String below) {
		return at("/organizer/events/" + visit.slug() + below);
	}

	/**
	 * A page of a race.
	 * @param raceId RunSignup's id of the race
	 * @param below the rest of its path, empty for the race itself
	 */
	public static RedirectView atRace(long raceId, String below) {
		return at("/organizer/races/" + raceId + below);
	}

}
