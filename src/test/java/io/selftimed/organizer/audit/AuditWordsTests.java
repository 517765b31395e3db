package io.selftimed.organizer.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is told to the audit has words in organizer-messages.properties.
 */
class AuditWordsTests {

	private static final Pattern TOLD = Pattern.compile("audit\\s*\\.write\\(\"([a-z-]+[a-z])\"");

	@Test
	void everythingThatIsToldHasWords() throws IOException {
		Properties words = new Properties();
		try (InputStream file = Files.newInputStream(Path.of("src/main/resources/organizer-messages.properties"))) {
			words.load(file);
		}
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			assertThat(sources.filter((source) -> source.toString().endsWith(".java")).flatMap(AuditWordsTests::told))
				.hasSizeGreaterThan(10)
				.allSatisfy(
						(word) -> assertThat(words).as("add audit.what.%s", word).containsKey("audit.what." + word));
		}
	}

	private static Stream<String> told(Path source) {
		try {
			return TOLD.matcher(Files.readString(source)).results().map((MatchResult told) -> told.group(1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
