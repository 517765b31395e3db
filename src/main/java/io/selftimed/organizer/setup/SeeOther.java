package io.selftimed.organizer.setup;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/**
 * On to a page of the race after something was done.
 */
final class SeeOther {

	private SeeOther() {
	}

	static RedirectView at(String path) {
		RedirectView redirect = new RedirectView(path, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

	static RedirectView atRace(long raceId, String below) {
		return at("/organizer/races/" + raceId + below);
	}

}
