package io.selftimed.organizer.audit;

import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says what was done. A word that this version does not know stands for itself.
 */
@Component("auditWords")
class AuditWords {

	private final MessageSource messages;

	AuditWords(MessageSource messages) {
		this.messages = messages;
	}

	/** The sentence of a word. */
	public String say(String word) {
		return Objects.requireNonNull(this.messages.getMessage("audit.what." + word, null, word, Locale.ENGLISH));
	}

}
