package io.selftimed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/settings.md names every setting of ours as its record describes it. With
 * {@code -Dselftimed.write-docs=true} it is written anew.
 */
class SettingsDocumentTests {

	private static final Path DOCUMENT = Path.of("docs/settings.md");

	@Test
	void everySettingIsDescribedAndNoOther() throws IOException {
		String document = document();
		if (Boolean.getBoolean("selftimed.write-docs")) {
			Files.writeString(DOCUMENT, document);
		}
		assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
	}

	private static String document() throws IOException {
		try (InputStream metadata = SettingsDocumentTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return JsonMapper.shared()
				.readTree(metadata)
				.path("properties")
				.valueStream()
				.sorted((one, other) -> name(one).compareTo(name(other)))
				.map(SettingsDocumentTests::row)
				.collect(Collectors.joining("\n", """
						# Settings

						Each is a property of the command line (`--selftimed.public-url=…`) or of the environment (the \
						second column). Made from the records that read them; a test holds it to them.

						| property | environment | meaning | default |
						|---|---|---|---|
						""", "\n"));
		}
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
