package io.selftimed;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runners read is there in every language, and names the same things.
 */
class TranslationsTests {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d[^}]*}");

	/** What reads the same in another language, each for a reason of its own. */
	private static final Set<String> SAME = Set.of("product", "language.en", "language.es", "language.fr",
			"distance.km", "distance.both", "distance.mile.one", "distance.mile.many", "time.echo", "receipt.runner",
			"duration.minute.one", "duration.minute.many", "field.minutes", "answer.note");

	@ParameterizedTest
	@ValueSource(strings = { "es", "fr" })
	void everySentenceIsTranslatedAndNoOther(String language) throws IOException {
		assertThat(messages("_" + language).keySet()).isEqualTo(messages("").keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "es", "fr" })
	void aTranslationNamesWhatTheSentenceNames(String language) throws IOException {
		assertThat(placeholders(messages("_" + language))).isEqualTo(placeholders(messages("")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "es", "fr" })
	void noSentenceIsLeftInEnglish(String language) throws IOException {
		Map<String, String> english = messages("");
		Map<String, String> translated = messages("_" + language);
		assertThat(english.keySet()).filteredOn((key) -> !SAME.contains(key))
			.noneMatch((key) -> english.get(key).equals(translated.get(key)));
	}

	/** In a sentence with placeholders an apostrophe would quote what follows. */
	@ParameterizedTest
	@ValueSource(strings = { "", "_es", "_fr" })
	void apostrophesDoNotSwallowWhatFollows(String bundle) throws IOException {
		assertThat(messages(bundle).entrySet()).filteredOn((entry) -> entry.getValue().contains("{"))
			.noneMatch((entry) -> entry.getValue().contains("'"));
	}

	@Test
	void inAmericaOnlyMomentsAndMetersReadOtherwise() throws IOException {
		Map<String, String> english = messages("");
		assertThat(messages("_en_US")).allSatisfy((key, value) -> assertThat(value.replace("meter", "metre"))
			.matches((words) -> key.startsWith("moment.") ? english.containsKey(key) : words.equals(english.get(key))));
	}

	private static Map<String, Set<String>> placeholders(Map<String, String> messages) {
		return messages.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> PLACEHOLDER.matcher(entry.getValue())
						.results()
						.map((found) -> found.group())
						.collect(Collectors.toCollection(TreeSet::new))));
	}

	private static Map<String, String> messages(String bundle) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages" + bundle + ".properties"))) {
			properties.load(reader);
		}
		Map<String, String> messages = new TreeMap<>();
		properties.stringPropertyNames().forEach((key) -> messages.put(key, properties.getProperty(key)));
		return messages;
	}

}
