package io.selftimed.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.selftimed.notification.RunnersSubmissions.LinkedEvent;
import io.selftimed.security.PublicUrl;
import io.selftimed.web.Languages;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Puts letters to runners into words, in their language, as text and as HTML. They hold
 * nothing that a runner typed.
 */
@Component
class RunnerLetters {

	private static final int LONGEST_NAME = 80;

	private final Wording wording;

	private final PublicUrl publicUrl;

	private final ITemplateEngine templates;

	RunnerLetters(Wording wording, PublicUrl publicUrl, ITemplateEngine templates) {
		this.wording = wording;
		this.publicUrl = publicUrl;
		this.templates = templates;
	}

	/**
	 * Tells a runner something of a submission.
	 * @param what what is told
	 * @param words words of the race for the runner, null for none
	 * @param receipt the path of the receipt, null if nothing leads there
	 * @param stop the path where the reader wants no more
	 */
	Letter about(RunnersSubmission about, String what, @Nullable String words, @Nullable String receipt, String stop) {
		Wording wording = this.wording.in(about.language());
		String key = "mail.runner." + what;
		String event = name(about.eventName());
		String bib = String.valueOf(about.bib());
		String reference = String.valueOf(about.submissionId());
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(wording.say(key + ".lead", event, bib, reference));
		if (words != null) {
			paragraphs.add(wording.say("mail.runner.words", Letter.line(words, 500)));
		}
		if (what.equals("receipt")) {
			paragraphs.add(wording.say(about.held() ? "mail.runner.receipt.held" : "mail.runner.receipt.next"));
		}
		paragraphs.add(wording.say("mail.runner.contact", about.contact(), reference));
		Link link = (receipt != null) ? new Link(wording.say("mail.runner.link"), this.publicUrl.link(receipt)) : null;
		return letter(wording, about.language(), wording.say(key + ".subject", event, bib), paragraphs, link,
				new Footer(wording.say("mail.runner.why", name(about.raceName())),
						new Link(wording.say("mail.runner.stop"), this.publicUrl.link(stop))));
	}

	/** The link that somebody asked for. */
	Letter link(LinkedEvent event, String path, String language) {
		Wording wording = this.wording.in(language);
		String name = name(event.eventName());
		return letter(wording, language, wording.say("mail.runner.identity.subject", name),
				List.of(wording.say("mail.runner.identity.lead", name), wording.say("mail.runner.identity.until"),
						wording.say("mail.runner.identity.other")),
				new Link(wording.say("mail.runner.identity.link"), this.publicUrl.link(path)),
				new Footer(wording.say("mail.runner.identity.why", name(event.raceName())), null));
	}

	private Letter letter(Wording wording, String language, String subject, List<String> paragraphs,
			@Nullable Link link, Footer footer) {
		Locale locale = Languages.of(language);
		Context page = new Context(locale, Map.of("subject", subject, "paragraphs", paragraphs, "footer", footer));
		page.setVariable("link", link);
		String html = this.templates.process("mail/runner", page);
		List<String> lines = new ArrayList<>(paragraphs);
		if (link != null) {
			lines.add(1, link.label() + ":\n" + link.url());
		}
		lines.add("-- \n" + footer.why());
		if (footer.stop() != null) {
			lines.add(footer.stop().label() + ":\n" + footer.stop().url());
		}
		return new Letter(subject, String.join("\n\n", lines) + "\n", html,
				(footer.stop() != null) ? footer.stop().url() : null);
	}

	private static String name(String name) {
		return Letter.line(name, LONGEST_NAME);
	}

	/**
	 * A link with its label.
	 */
	record Link(String label, String url) {

	}

	/**
	 * The end of a letter: why it came, and where more can be stopped.
	 */
	record Footer(String why, @Nullable Link stop) {

	}

}
