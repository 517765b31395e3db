package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replicas are renewed one after the other, so the version before goes on over tables
 * that the new one has changed.
 */
class MigrationRulesTests {

	private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

	/** The last one that was made before replicas were renewed like this. */
	private static final int BEFORE = 99;

	/** What a program that does not know of it would stumble over. */
	private static final Pattern TAKES_AWAY = Pattern
		.compile("\\b(drop (table|column)|rename|set not null|alter column \\w+ (set data )?type)\\b");

	@Test
	void theVersionBeforeGoesOnOverNewTables() throws IOException {
		try (Stream<Path> files = Files.walk(MIGRATIONS)) {
			List<Path> sql = files.filter((file) -> file.toString().endsWith(".sql")).toList();
			assertThat(sql).isNotEmpty();
			for (Path file : sql) {
				if (version(file) > BEFORE) {
					assertThat(takesAway(Files.readString(file))).as(file.toString()).isEmpty();
				}
			}
		}
	}

	@Test
	void aStatementThatTakesAwaySaysWhyTheVersionBeforeDoesWithout() {
		assertThat(takesAway("alter table race add column note varchar(100);")).isEmpty();
		assertThat(takesAway("alter table race drop column note;")).hasSize(1);
		assertThat(takesAway("alter table race\n\tdrop COLUMN note;\nalter table race rename to contest;")).hasSize(2);
		assertThat(takesAway("-- before: nobody reads it since 1.2\nalter table race drop column note;")).isEmpty();
		assertThat(takesAway("alter table race alter column note set not null;")).hasSize(1);
	}

	private static List<String> takesAway(String migration) {
		return Arrays.stream(migration.split(";"))
			.filter((statement) -> TAKES_AWAY.matcher(statement.toLowerCase(Locale.ROOT)).find())
			.filter((statement) -> !statement.contains("-- before:"))
			.toList();
	}

	private static int version(Path file) {
		return Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)_.*", "$1"));
	}

}
