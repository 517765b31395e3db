package io.selftimed.organizer.submissions;

import java.io.IOException;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What RunSignup did not take, for entering it by hand.
 */
@BothDatabases
class ByHandExportTests {

	private final TestDatabase database;

	private Harbor harbor;

	ByHandExportTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void world() {
		this.database.clean();
		this.harbor = new Harbor(this.database.jdbc());
	}

	private void finished(long runner, long bib, String name, String state) {
		this.harbor.runner(runner, bib, name);
		this.harbor.finish(30 + runner, runner, 1);
		this.harbor.delivery(runner, 30 + runner, state);
	}

	@Test
	void aWithdrawalIsEnteredAsTheOutcomeTheEventNames() throws IOException {
		this.harbor.runner(1, 101, "Marsh");
		this.harbor.submission(Harbor.EVENT, 31, 1, 1, "WITHDRAWN", "accepted");
		this.harbor.delivery(1, 31, "refused");
		StringBuilder file = new StringBuilder();
		new ByHandExport(this.database.jdbc()).write(Harbor.EVENT, file);
		assertThat(file.toString()).contains("\r\n31,,101,Marsh,DNS,");
	}

	@Test
	void itHoldsWhatRunSignupDidNotTakeAndNothingElse() throws IOException {
		finished(1, 101, "=Marsh", "too-late");
		finished(2, 102, "Okafor", "received");
		finished(3, 103, "Lindqvist", "refused");
		finished(4, 104, "Tanaka", "waiting");
		this.harbor.attempt(31, 1, "refused", "The event is closed.");
		StringBuilder file = new StringBuilder();
		new ByHandExport(this.database.jdbc()).write(Harbor.EVENT, file);
		String[] lines = file.toString().split("\r\n");
		assertThat(lines).hasSize(3);
		assertThat(lines[0]).isEqualTo("reference,registration_id,bib,last_name,clock_time,tally,"
				+ "elevation_gain_in_mm,why,runsignup_said");
		assertThat(lines[1]).startsWith("31,").endsWith(",101,'=Marsh,24:31.5,,120000,too-late,The event is closed.");
		assertThat(lines[2]).startsWith("33,").endsWith(",103,Lindqvist,24:31.5,,120000,refused,");
	}

}
