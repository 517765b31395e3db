package io.selftimed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/settings.md names every setting of ours as its record describes it. With
 * {@code -Dselftimed.write-docs=true} it is written anew.
 */
class SettingsDocumentTests {

	/** A name where it is read: from the environment, or by a placeholder. */
	private static final Pattern READING = Pattern
		.compile("(?:\\.(?:get\\w*Property|containsProperty|bind)\\(\\s*\"|ConditionalOnProperty\\([^)\"]*\"|\\$\\{)"
				+ "(selftimed\\.[a-z0-9.-]+)");

	private static final Pattern BY_CONSTANT = Pattern
		.compile("\\.(?:get\\w*Property|containsProperty|bind)\\(\\s*([A-Z_]+)\\b");

	/**
	 * The address of the sandbox's console, which only its profile knows, and the
	 * settings of H2, which are part of an address that can be set.
	 */
	private static final Set<String> SET_BY_OURSELVES = Set.of("selftimed.sandbox.console", "selftimed.h2-settings");

	private static final Path DOCUMENT = Path.of("docs/settings.md");

	@Test
	void everySettingIsDescribedAndNoOther() throws IOException {
		String document = document();
		if (Boolean.getBoolean("selftimed.write-docs")) {
			Files.writeString(DOCUMENT, document);
		}
		assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
	}

	/**
	 * What the code reads past the records is known to them too, or set by our own files.
	 */
	@Test
	void nothingIsReadThatIsNotDescribed() throws IOException {
		List<String> described = described().map(SettingsDocumentTests::name).toList();
		List<String> read = new ArrayList<>();
		for (Path file : files("src/main/java", ".java", "src/main/resources", ".properties")) {
			read.addAll(readIn(Files.readString(file)));
		}
		assertThat(read).contains("selftimed.data-dir", "selftimed.runsignup.base-url");
		read.removeAll(described);
		assertThat(Set.copyOf(read)).isEqualTo(SET_BY_OURSELVES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "environment.getProperty(\"selftimed.x.some-thing\", \"\")",
			"@Value(\"${selftimed.x.some-thing:none}\") String x", "binder.bind(\n\t\"selftimed.x.some-thing\", TEXT)",
			"String THING = \"selftimed.x.some-thing\";\n environment.getRequiredProperty(THING)",
			"@ConditionalOnProperty(\"selftimed.x.some-thing\")",
			"@ConditionalOnProperty(name = \"selftimed.x.some-thing\")", "other=${selftimed.x.some-thing}/backups" })
	void whatIsReadIsFound(String code) {
		assertThat(readIn(code)).containsExactly("selftimed.x.some-thing");
	}

	private static List<String> readIn(String text) {
		List<String> names = new ArrayList<>();
		READING.matcher(text).results().map((found) -> found.group(1)).forEach(names::add);
		BY_CONSTANT.matcher(text)
			.results()
			.flatMap((found) -> Pattern.compile("\\b" + found.group(1) + " = \"(selftimed\\.[a-z0-9.-]+)\"")
				.matcher(text)
				.results()
				.map((constant) -> constant.group(1)))
			.forEach(names::add);
		return names;
	}

	private static List<Path> files(String... foldersAndEndings) throws IOException {
		List<Path> files = new ArrayList<>();
		for (int at = 0; at < foldersAndEndings.length; at += 2) {
			String ending = foldersAndEndings[at + 1];
			try (Stream<Path> all = Files.walk(Path.of(foldersAndEndings[at]))) {
				all.filter((file) -> file.toString().endsWith(ending)).forEach(files::add);
			}
		}
		return files;
	}

	private static Stream<JsonNode> described() throws IOException {
		try (InputStream metadata = SettingsDocumentTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return JsonMapper.shared().readTree(metadata).path("properties").valueStream();
		}
	}

	private static String document() throws IOException {
		return described().sorted((one, other) -> name(one).compareTo(name(other)))
			.map(SettingsDocumentTests::row)
			.collect(Collectors.joining("\n", """
					# Settings

					Each is a property of the command line (`--selftimed.public-url=…`) or of the environment (the \
					second column). Made from the records that read them; a test holds it to them.

					| property | environment | meaning | default |
					|---|---|---|---|
					""", "\n"));
	}

	private static String row(JsonNode setting) {
		String environment = name(setting).toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
		JsonNode usual = setting.path("defaultValue");
		String value = usual.isMissingNode() || usual.isArray() ? "–" : "`" + usual.asString() + "`";
		String meaning = setting.path("description")
			.asString("")
			.replaceAll("\\{@\\w+ ([^}]+)}", "`$1`")
			.replaceAll("\\s+", " ")
			.replace("|", "\\|");
		assertThat(meaning).as(name(setting)).isNotBlank();
		return "| `%s` | `%s` | %s | %s |".formatted(name(setting), environment, meaning, value);
	}

	private static String name(JsonNode setting) {
		return setting.path("name").asString();
	}

}
