package io.selftimed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Holds the keys of messages.properties against their use in templates and Java. A key
 * may be begun in a template, {@code #{|state.${word}|}}, or in Java, {@code "state." +
 * word}: then every key that begins so counts as used.
 */
final class MessageKeys {

	private static final Pattern WHOLE_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][\\w.-]*)[}(]");

	private static final Pattern BEGUN_IN_TEMPLATE = Pattern.compile("#\\{\\|([A-Za-z][\\w.-]*\\.)\\$\\{");

	private static final Pattern IN_JAVA = Pattern.compile("\"\\{?([A-Za-z][\\w-]*(?:\\.[\\w-]+)*\\.?)}?\"");

	/** Keys that Java hands to a message by these beginnings must be defined. */
	private static final List<String> SENTENCES = List.of("refusal.", "doubt.");

	private final Set<String> defined = new TreeSet<>();

	private final List<String> twice = new ArrayList<>();

	private final Set<String> used = new HashSet<>();

	private final Set<String> wanted = new TreeSet<>();

	private final Set<String> begun = new TreeSet<>();

	/**
	 * Reads everything.
	 * @param messages the lines of messages.properties
	 * @param templates the templates
	 * @param sources the Java sources
	 */
	MessageKeys(Collection<String> messages, Collection<String> templates, Collection<String> sources) {
		messages.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> line.substring(0, line.indexOf('=')).strip())
			.filter((key) -> !this.defined.add(key))
			.forEach(this.twice::add);
		templates.forEach((template) -> {
			each(WHOLE_IN_TEMPLATE, template, this.wanted::add);
			each(BEGUN_IN_TEMPLATE, template, this.begun::add);
		});
		sources.forEach((source) -> each(IN_JAVA, source, this::readLiteral));
		this.used.addAll(this.wanted);
	}

	/** What a template or a refusal names and nothing defines. */
	Set<String> missing() {
		Set<String> missing = new TreeSet<>(this.wanted);
		missing.removeAll(this.defined);
		this.begun.stream()
			.filter((start) -> this.defined.stream().noneMatch((key) -> key.startsWith(start)))
			.forEach(missing::add);
		return missing;
	}

	/** What is defined and never named. */
	Set<String> unused() {
		Set<String> unused = new TreeSet<>(this.defined);
		unused.removeAll(this.used);
		unused.removeIf((key) -> this.begun.stream().anyMatch(key::startsWith));
		return unused;
	}

	/** What is defined more than once. */
	List<String> twice() {
		return this.twice;
	}

	private void readLiteral(String literal) {
		this.used.add(literal);
		if (literal.endsWith(".") && this.defined.stream().anyMatch((key) -> key.startsWith(literal))) {
			this.begun.add(literal);
		}
		else if (SENTENCES.stream().anyMatch(literal::startsWith)) {
			this.wanted.add(literal);
		}
	}

	private static void each(Pattern pattern, String text, Consumer<String> found) {
		pattern.matcher(text).results().map((result) -> result.group(1)).forEach(found);
	}

}
