package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No page is forgotten: whatever template fills the layout or is named by the program is
 * one of the {@link Screen}s, and each of these is met by a class that takes its picture.
 */
class ScreenTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** Templates that are no screen, each with the reason. */
	private static final Map<String, String> NO_SCREEN = Map.of("organizer/event-parts",
			"a part of organizer/event, asked for by its script", "organizer/rules-preview",
			"a part of organizer/rules, asked for by its script", "mail/runner", "a mail, no page", "error",
			"for an answer that is neither 4xx nor 5xx, which nothing of ours gives");

	private static final Pattern NAMED = Pattern.compile("\"([a-z][a-z0-9/-]*)(?: :: [a-z-]+)?\"");

	@Test
	void everyPageIsAScreen() {
		Set<String> forgotten = pages();
		forgotten.removeAll(NO_SCREEN.keySet());
		forgotten.removeAll(templatesOfScreens());
		assertThat(forgotten).as("pages that no Screen shows").isEmpty();
	}

	@Test
	void everyScreenIsAPage() {
		assertThat(pages()).as("templates of screens").containsAll(templatesOfScreens());
	}

	@Test
	void noReasonOutlivesItsTemplate() {
		assertThat(pages()).as("templates that are no screen").containsAll(NO_SCREEN.keySet());
		assertThat(templatesOfScreens()).as("screens after all").doesNotContainAnyElementsOf(NO_SCREEN.keySet());
	}

	@Test
	void everyScreenIsMet() {
		String takers = files(Path.of("src/test/java/io/selftimed/journey"), ".java")
			.filter((file) -> !file.endsWith("Screen.java"))
			.map(ScreenTests::read)
			.collect(Collectors.joining());
		assertThat(Arrays.stream(Screen.values())
			.filter((screen) -> !takers.contains("Screen." + screen.name() + ")")
					&& !takers.contains("Screen." + screen.name() + ",")))
			.as("screens of which no picture is taken")
			.isEmpty();
	}

	/** What fills the layout, and what is named where a view is chosen. */
	private static Set<String> pages() {
		Set<String> named = files(Path.of("src/main/java"), ".java").map(ScreenTests::read)
			.flatMap((source) -> NAMED.matcher(source).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toSet());
		return files(TEMPLATES, ".html")
			.filter((file) -> read(file).contains("~{fragments/layout :: layout(") || named.contains(name(file)))
			.map(ScreenTests::name)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> templatesOfScreens() {
		return Arrays.stream(Screen.values()).map(Screen::template).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String name(Path template) {
		return TEMPLATES.relativize(template).toString().replace('\\', '/').replace(".html", "");
	}

	private static Stream<Path> files(Path root, String ending) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
