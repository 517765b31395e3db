package io.selftimed.organizer.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was done, on both databases.
 */
@BothDatabases
class AuditRowsTests {

	private static final AuditForm ALL = new AuditForm(null, null, null, null, null, null);

	private final TestDatabase database;

	private final AuditRows rows;

	AuditRowsTests(TestDatabase database) {
		this.database = database;
		this.rows = new AuditRows(database.jdbc());
	}

	@BeforeEach
	void fourDeeds() {
		this.database.clean();
		new Harbor(this.database.jdbc());
		write("2026-08-01T10:00:00Z", Harbor.ANN, 4100L, "role-changed", "organizer:8");
		write("2026-08-02T10:00:00Z", Harbor.BOB, 4200L, "role-changed", "organizer:7");
		write("2026-08-03T10:00:00Z", Harbor.ANN, 4100L, "=HYPERLINK", "@about");
		write("2026-08-04T10:00:00Z", null, null, "sign-in-failed", "");
	}

	@Test
	void aRacesAuditHoldsNothingOfOthers() {
		assertThat(what(4100L, ALL)).containsExactly("=HYPERLINK", "role-changed");
		assertThat(what(null, ALL)).hasSize(4);
	}

	@Test
	void itIsFilteredByWhatWhoAndDay() {
		assertThat(what(null, new AuditForm("role-changed", null, null, null, null, null))).hasSize(2);
		assertThat(what(null, new AuditForm(null, null, " ANN@example.org", null, null, null))).hasSize(2);
		assertThat(what(null, new AuditForm(null, null, "zoe@example.org", null, null, null))).isEmpty();
		assertThat(what(null, new AuditForm(null, null, null, "2026-08-02", "2026-08-03", null))).hasSize(2);
		assertThat(new AuditForm(null, null, null, "soon", null, null).isUnread()).isTrue();
	}

	@Test
	void itIsFoundByWhatItWasDoneTo() {
		write("2026-08-05T10:00:00Z", Harbor.ANN, 4100L, "role-changed", "organizer:8 was:viewer is:owner");
		write("2026-08-05T10:00:00Z", Harbor.ANN, 4100L, "role-changed", "organizer:88");
		assertThat(what(null, new AuditForm(null, " organizer:8 ", null, null, null, null))).hasSize(2);
		write("2026-08-05T10:00:00Z", Harbor.ANN, null, "backup-made", "backup:of-20260805T100000Z.zip");
		assertThat(what(null, new AuditForm(null, "backup:of-20260805T100000Z.zip", null, null, null, null)))
			.containsExactly("backup-made");
		assertThat(what(4200L, new AuditForm(null, "organizer:8", null, null, null, null))).isEmpty();
	}

	@Test
	void everyWordCanBeChosenByItsSentence() {
		StaticMessageSource words = new StaticMessageSource();
		words.addMessage("audit.what.account-made", Locale.ENGLISH, "zulu");
		assertThat(new AuditWords(words).all()).hasSizeGreaterThan(30)
			.containsEntry("account-made", "zulu")
			.containsKey("sign-in-slowed");
		assertThat(new AuditWords(words).all().keySet()).last().isEqualTo("account-made");
	}

	@Test
	void itGoesOnByKey() {
		KeysetPage<AuditRow> first = this.rows.page(null, ALL, ZoneOffset.UTC, 3);
		assertThat(first.rows()).hasSize(3);
		assertThat(what(null, new AuditForm(null, null, null, null, null, first.next())))
			.containsExactly("role-changed");
	}

	@Test
	void noCellOfTheFileIsAFormula() throws IOException {
		StringWriter file = new StringWriter();
		StaticMessageSource words = new StaticMessageSource();
		new AuditCsv(this.rows, new AuditWords(words)).write(4100L, ALL, ZoneOffset.UTC, file);
		assertThat(file.toString()).contains(",'=HYPERLINK,'=HYPERLINK,'@about,4100,")
			.contains("2026-08-01T10:00:00Z,7,ann@example.org,role-changed,role-changed,organizer:8,4100,");
	}

	private List<String> what(@Nullable Long race, AuditForm form) {
		return this.rows.page(race, form, ZoneOffset.UTC, 50).rows().stream().map(AuditRow::what).toList();
	}

	private void write(String at, @Nullable Long organizer, @Nullable Long race, String what, String about) {
		this.database.jdbc()
			.sql("insert into audit (at, organizer_id, race_id, what, about, object) values (?, ?, ?, ?, ?, ?)")
			.params(Arrays.asList(OffsetDateTime.parse(at), organizer, race, what, about, about.split(" ")[0]))
			.update();
	}

}
