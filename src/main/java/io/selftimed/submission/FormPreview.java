package io.selftimed.submission;

import java.util.List;

import io.selftimed.race.Event;
import io.selftimed.web.Wording;

import org.springframework.stereotype.Component;

/**
 * The form as runners would meet it, for organizers who change the rules; it is never
 * sent from there.
 */
@Component
public class FormPreview {

	private final Wording wording;

	FormPreview(Wording wording) {
		this.wording = wording;
	}

	/**
	 * What the form's template shows as {@code page}.
	 * @param event the event as it would be
	 */
	public Object of(Event event) {
		return new FormPage(EventFacts.of(event, this.wording), event, SubmissionForm.blank(null).typed(), List.of(),
				null);
	}

}
