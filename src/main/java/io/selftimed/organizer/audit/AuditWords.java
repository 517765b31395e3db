package io.selftimed.organizer.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * Says what was done. A word that this version does not know stands for itself.
 */
@Component("auditWords")
class AuditWords {

	private static final String PREFIX = "audit.what.";

	private final MessageSource messages;

	private final Map<String, String> all;

	AuditWords(MessageSource messages) {
		this.messages = messages;
		this.all = read().stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith(PREFIX))
			.map((key) -> key.substring(PREFIX.length()))
			.sorted(Comparator.comparing(this::say))
			.collect(Collectors.toMap((word) -> word, this::say, (one, other) -> one, LinkedHashMap::new));
	}

	private static Properties read() {
		try {
			return PropertiesLoaderUtils.loadProperties(new ClassPathResource("organizer-messages.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every word with its sentence, in the order of the sentences. */
	Map<String, String> all() {
		return this.all;
	}

	/** The sentence of a word. */
	public String say(String word) {
		return Objects.requireNonNull(this.messages.getMessage(PREFIX + word, null, word, Locale.ENGLISH));
	}

}
