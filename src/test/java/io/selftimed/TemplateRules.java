package io.selftimed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;

/**
 * What no template may do: run or style anything inline, write unescaped, evaluate twice,
 * say a word that does not come from messages.properties, or hand a number as if it were
 * a string.
 */
final class TemplateRules {

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	/** An expression of Thymeleaf, with braces up to two deep inside. */
	private static final Pattern EXPRESSION = Pattern.compile("[$#@~*]\\{(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*})*})*}");

	private static final Pattern LITERAL = Pattern.compile("'[^']*'|\\|[^|]*\\|");

	/**
	 * A number stays a number between the bars, and a sentence would group its digits.
	 */
	private static final Pattern LONE_IN_BARS = Pattern.compile("[(,]\\s*\\|\\$\\{[^}|]*}\\|\\s*[,)]");

	private static final Set<String> SPOKEN = Set.of("title", "alt", "placeholder", "label", "aria-label",
			"aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext");

	private static final Set<String> REPLACING = Set.of("th:text", "th:replace", "th:insert");

	private static final Set<String> STYLING = Set.of("style", "styleappend");

	private final List<String> violations = new ArrayList<>();

	private TemplateRules() {
	}

	/**
	 * What a template does against the rules.
	 * @param html the template
	 * @return a sentence for each violation, empty if there is none
	 */
	static List<String> violations(String html) {
		TemplateRules rules = new TemplateRules();
		rules.reportIf(html.contains("__$") || html.contains("__*"), "evaluates twice");
		LONE_IN_BARS.matcher(html)
			.results()
			.forEach((lone) -> rules.reportIf(true, "is no string yet: " + lone.group()));
		try {
			rules.visitChildren(new DOMMarkupParser(ParseConfiguration.htmlConfiguration()).parse("template", html));
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("no template", ex);
		}
		return rules.violations;
	}

	private void visitChildren(INestableNode parent) {
		for (INode child : parent.getChildren()) {
			if (child instanceof Element element) {
				visit(element);
			}
			else if (child instanceof Text text) {
				reportIf(hasLetters(text.getContent()), "says by itself: " + text.getContent().strip());
			}
		}
	}

	private void visit(Element element) {
		String name = element.getElementName().toLowerCase(Locale.ROOT);
		Set<String> attributes = element.getAttributeMap().keySet();
		element.getAttributeMap()
			.forEach((attribute, value) -> visitAttribute(attribute.toLowerCase(Locale.ROOT),
					Objects.requireNonNullElse(value, "")));
		switch (name) {
			case "style" -> reportIf(true, "styles inline: <style>");
			case "script" ->
				reportIf(hasBody(element) || !(attributes.contains("src") || attributes.contains("th:src")),
						"runs inline: <script>");
			default -> {
				if (attributes.stream().noneMatch(REPLACING::contains)) {
					visitChildren(element);
				}
			}
		}
	}

	private void visitAttribute(String attribute, String value) {
		boolean evaluated = attribute.startsWith("th:");
		String name = evaluated ? attribute.substring(3) : attribute;
		reportIf(STYLING.contains(name), "styles inline: " + attribute);
		reportIf(name.startsWith("on") || name.startsWith("hx-on"), "runs inline: " + attribute);
		reportIf(value.toLowerCase(Locale.ROOT).contains("javascript:"), "runs inline: " + attribute);
		reportIf(name.equals("utext"), "writes unescaped: " + attribute);
		if (!evaluated) {
			reportIf(SPOKEN.contains(name) && hasLetters(value), "says by itself: " + value);
		}
		else if (name.equals("text") || SPOKEN.contains(name) || namesSpoken(name, value)) {
			visitLiterals(value);
		}
	}

	private static boolean namesSpoken(String name, String value) {
		return name.startsWith("attr") && SPOKEN.stream().anyMatch((spoken) -> value.contains(spoken + "="));
	}

	private void visitLiterals(String expression) {
		LITERAL.matcher(EXPRESSION.matcher(expression).replaceAll("0"))
			.results()
			.forEach((literal) -> reportIf(hasLetters(literal.group()), "says by itself: " + literal.group()));
	}

	private void reportIf(boolean violated, String violation) {
		if (violated) {
			this.violations.add(violation);
		}
	}

	private static boolean hasBody(Element element) {
		return element.getChildren()
			.stream()
			.anyMatch((child) -> !(child instanceof Text text) || !text.getContent().isBlank());
	}

	private static boolean hasLetters(String text) {
		return LETTER.matcher(text).find();
	}

}
