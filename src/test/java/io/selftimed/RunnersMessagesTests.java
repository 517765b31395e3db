package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every refusal and every doubt that a runner can meet stands in docs/messages.md.
 */
class RunnersMessagesTests {

	private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `((?:refusal|doubt)\\.[\\w.-]+)` \\|");

	@Test
	void theTableNamesEveryMessageAndNoOther() throws IOException {
		assertThat(named(Files.readString(Path.of("docs/messages.md"))))
			.isEqualTo(defined(Files.readAllLines(Path.of("src/main/resources/messages.properties"))));
	}

	@Test
	void onlyRowsOfTheTableCount() {
		assertThat(named("| `refusal.a.b` | when |\nSee `refusal.c`.\n| `doubt.d-e` | when |"))
			.containsExactly("doubt.d-e", "refusal.a.b");
		assertThat(defined(List.of("refusal.a=x", "# refusal.b=y", "other.c=z"))).containsExactly("refusal.a");
	}

	private static Set<String> named(String table) {
		return IN_TABLE.matcher(table)
			.results()
			.map((row) -> row.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> defined(List<String> messages) {
		return messages.stream()
			.filter((line) -> line.startsWith("refusal.") || line.startsWith("doubt."))
			.map((line) -> line.substring(0, line.indexOf('=')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
