package io.selftimed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every template to {@link TemplateRules} and {@link MessageKeys}, and shows that
 * each rule catches what it is for.
 */
class TemplateRulesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Path MESSAGES = Path.of("src/main/resources");

	@ParameterizedTest
	@MethodSource("templates")
	void everyTemplateKeepsTheRules(Path template) {
		assertThat(TemplateRules.violations(read(template))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<script src=\"/a.js\">alert(1)</script>",
			"<p onclick=\"go()\"></p>", "<p th:onclick=\"go()\"></p>", "<p hx-on:click=\"go()\"></p>",
			"<a href=\"javascript:go()\"></a>" })
	void nothingRunsInline(String template) {
		assertThat(TemplateRules.violations(template)).isNotEmpty()
			.allSatisfy((violation) -> assertThat(violation).startsWith("runs inline"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<style>p { color: red }</style>", "<p style=\"color: red\"></p>",
			"<p th:style=\"${x}\"></p>", "<p th:styleappend=\"${x}\"></p>" })
	void nothingIsStyledInline(String template) {
		assertThat(TemplateRules.violations(template)).singleElement().asString().startsWith("styles inline");
	}

	@Test
	void nothingIsWrittenUnescaped() {
		assertThat(TemplateRules.violations("<p th:utext=\"${x}\"></p>")).containsExactly("writes unescaped: th:utext");
	}

	@Test
	void nothingIsEvaluatedTwice() {
		assertThat(TemplateRules.violations("<p th:text=\"${__${x}__}\"></p>")).containsExactly("evaluates twice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p th:text=\"#{a.b(|${x}|)}\"></p>", "<p th:text=\"#{a.b(${y}, |${x}|)}\"></p>" })
	void noNumberGoesForAString(String template) {
		assertThat(TemplateRules.violations(template)).singleElement().asString().startsWith("is no string yet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p>Hello</p>", "<p>[[${x}]]</p>", "<div th:if=\"${x}\"><p>Hello</p></div>",
			"<img alt=\"A boat\">", "<p title=\"Hello\"></p>", "<p aria-label=\"Hello\"></p>",
			"<input placeholder=\"Hello\">", "<p th:text=\"'Hello'\"></p>", "<p th:text=\"|Hello ${x}|\"></p>",
			"<p th:title=\"'Hello'\"></p>", "<p th:attr=\"aria-label='Hello'\"></p>" })
	void everyWordComesFromTheMessages(String template) {
		assertThat(TemplateRules.violations(template)).singleElement().asString().startsWith("says by itself");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p th:text=\"#{a.b}\">Hello</p>", "<p th:text=\"|${x} · #{a.b(${y})}|\"></p>",
			"<p th:replace=\"~{f :: g}\">Hello</p>", "<img alt=\"\">", "<p> · </p>", "<script src=\"/a.js\"></script>",
			"<p class=\"lead\" th:attr=\"data-state='on'\"></p>", "<p th:text=\"#{|a.${x}|(${y})}\"></p>",
			"<p th:attr=\"aria-label=#{a.b}\"></p>", "<p th:text=\"#{a.b(|a ${x}|)}\" th:id=\"|${x}|\"></p>" })
	void whatIsAllowedIsNotReported(String template) {
		assertThat(TemplateRules.violations(template)).isEmpty();
	}

	@Test
	void everyKeyIsDefinedOnceAndUsed() {
		MessageKeys keys = new MessageKeys(
				files(MESSAGES, "messages.properties").flatMap((file) -> read(file).lines()).toList(),
				templates().map(this::read).toList(), files(SOURCES, ".java").map(this::read).toList());
		assertThat(keys.missing()).as("named but not defined").isEmpty();
		assertThat(keys.unused()).as("defined but not used").isEmpty();
		assertThat(keys.twice()).as("defined twice").isEmpty();
	}

	@Test
	void missingUnusedAndDoubleKeysAreReported() {
		MessageKeys keys = new MessageKeys(List.of("a.b=x", "a.c=x", "d.one=x", "e.one=x", "f=x", "a.b=y", "z=x"),
				List.of("#{a.b} #{a.x(${y})} #{|d.${x}|} #{|g.${x}|}"),
				List.of("say(\"f\"); say(\"e.\" + x); of(\"refusal.y\")"));
		assertThat(keys.missing()).containsExactly("a.x", "g.", "refusal.y");
		assertThat(keys.unused()).containsExactly("a.c", "z");
		assertThat(keys.twice()).containsExactly("a.b");
	}

	static Stream<Path> templates() {
		return files(TEMPLATES, ".html");
	}

	private static Stream<Path> files(Path root, String ending) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
