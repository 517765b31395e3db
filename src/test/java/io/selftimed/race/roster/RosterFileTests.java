package io.selftimed.race.roster;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rosters as spreadsheets save them.
 */
class RosterFileTests {

	@Test
	void bothEncodingsAndAllDelimitersAreUnderstood() throws Exception {
		String text = "Bib;Vorname;Nachname\r\n101;Zoë;Müller\r\n";
		for (byte[] content : List.of(text.getBytes(StandardCharsets.UTF_8),
				("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(Charset.forName("windows-1252")),
				text.replace(';', ',').getBytes(StandardCharsets.UTF_8),
				text.replace(';', '\t').getBytes(StandardCharsets.UTF_8))) {
			RosterFile file = RosterFile.read(RosterFile.text(content));
			RosterReading reading = new RosterReading(file, RosterColumns.guess(file));
			assertThat(reading.entries()).containsExactly(new RosterEntry(null, 101L, "Zoë", "Müller", null, null));
			assertThat(reading.problems()).isEmpty();
		}
	}

	@Test
	void theHeadingsOfRunSignupsOwnFileAreKnown() throws Exception {
		RosterFile file = RosterFile.read(
				"Registration ID,First Name,Last Name,E-mail Address,Date of Birth,Bib Number\n7,Ann,Marsh,a@b.org,04/25/1990,5");
		assertThat(new RosterReading(file, RosterColumns.guess(file)).entries())
			.containsExactly(new RosterEntry(7L, 5L, "Ann", "Marsh", LocalDate.of(1990, 4, 25), "a@b.org"));
	}

	@Test
	void eachLineThatCannotBeTakenSaysWhatToMend() throws Exception {
		RosterFile file = RosterFile.read("""
				bib,last name,born,email,registration
				x,Marsh,1990-04-12,,
				2,,,,
				3,Reyes,1990-13-40,no address,0

				4,"Two
				lines",3/4/1990,,
				4,Tanaka,,,
				""");
		List<LineProblem> problems = new RosterReading(file, RosterColumns.guess(file)).problems();
		assertThat(problems).extracting((problem) -> problem.line() + " " + problem.message().substring(22))
			.containsExactly("2 bib", "3 name", "4 registrationId", "4 birthDate", "4 email", "6 birthDate.order",
					"8 bib.twice");
		assertThat(problems.getLast().arguments()).containsExactly("4", "6");
	}

	@Test
	void oneDateMayTellHowAllOthersAreRead() {
		assertThat(DateOrder.of(List.of("3/4/1990", "25/4/1990"))).isEqualTo(DateOrder.DAY_FIRST);
		assertThat(DateOrder.of(List.of("3/4/1990", "4/25/1990"))).isEqualTo(DateOrder.MONTH_FIRST);
		assertThat(DateOrder.of(List.of("25/4/1990", "4/25/1990"))).isEqualTo(DateOrder.UNKNOWN);
		assertThat(DateOrder.DAY_FIRST.read("3.4.1990")).isEqualTo(LocalDate.of(1990, 4, 3));
		assertThat(DateOrder.UNKNOWN.read("3.3.1990")).isEqualTo(LocalDate.of(1990, 3, 3));
	}

	@Test
	void whatIsNoListIsRefusedWithTheCure() {
		assertThat(why("PK\u0003\u0004xx".getBytes(StandardCharsets.ISO_8859_1)))
			.isEqualTo("organizer.import.workbook");
		assertThat(why("a\0b".getBytes(StandardCharsets.UTF_8))).isEqualTo("organizer.import.no-text");
		assertThat(why("bib,name\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("organizer.import.empty");
		assertThat(why("".getBytes(StandardCharsets.UTF_8))).isEqualTo("organizer.import.empty");
		assertThat(why("bib,name\n1,\"Marsh\n2,Reyes".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo("organizer.import.quotes");
		assertThat(why(("bib,name\n" + "1,Marsh\n".repeat(50_001)).getBytes(StandardCharsets.UTF_8)))
			.isEqualTo("organizer.import.long");
	}

	@Test
	void whichColumnIsWhichIsKept() {
		RosterColumns columns = new RosterColumns(java.util.Map.of(RosterColumn.BIB, 2, RosterColumn.LAST_NAME, 0),
				DateOrder.DAY_FIRST);
		assertThat(RosterColumns.of(columns.stored())).isEqualTo(columns);
	}

	private static String why(byte[] content) {
		return String.valueOf(assertThatExceptionOfType(RosterFile.Unreadable.class)
			.isThrownBy(() -> RosterFile.read(RosterFile.text(content)))
			.actual()
			.getMessage());
	}

}
