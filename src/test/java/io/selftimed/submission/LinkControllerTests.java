package io.selftimed.submission;

import java.util.List;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.web.Words;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LinkController}: what is not written down without room. All else is
 * tried in the running application.
 */
class LinkControllerTests {

	private static Event knownByLink() {
		Event event = Desk.FIVE_K;
		return new Event(event.eventId(), event.race(), event.slug(), event.name(), event.distance(), event.window(),
				event.outcomes(), event.elevation(), event.tallyLabel(), event.individualResultSetId(),
				new Event.Trust(Event.Identity.EMAIL_LINK, Event.StrangerCorrection.HOLD, Event.Review.NONE),
				event.limits(), null);
	}

	@Test
	void withoutRoomNoLinkIsAskedForAndTheAddressStays() {
		Desk desk = new Desk() {
			@Override
			public Optional<Event> bySlug(String slug) {
				return Optional.of(knownByLink());
			}
		};
		LinkController controller = new LinkController(desk, null, null, null, null, () -> false, Words.all());
		LinkForm form = new LinkForm("ann@example.org");
		ModelAndView page = controller.request("harbor-5k", form, new BeanPropertyBindingResult(form, "form"));
		assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		FormPage shown = (FormPage) page.getModel().get("page");
		assertThat(shown.value("email")).isEqualTo("ann@example.org");
		assertThat(shown.problems()).extracting(Problem::text)
			.isEqualTo(
					List.of("There is no room here to keep what you ask for at the moment, so no e-mail was sent. Try "
							+ "again in a few minutes. If it lasts, write to results@harbor.test"));
	}

}
