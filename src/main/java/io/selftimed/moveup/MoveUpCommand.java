package io.selftimed.moveup;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

import io.selftimed.KnownKeys;
import io.selftimed.StartRefusal;
import org.flywaydb.core.api.FlywayException;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * The command as the person at the console meets it: a line for each table, what to do
 * next, or one sentence that says why nothing was moved.
 */
final class MoveUpCommand implements ApplicationRunner, ExitCodeGenerator {

	private final OldHome from;

	private final NewHome to;

	private final KnownKeys keys;

	private final InstantSource time;

	private final boolean demo;

	private final PrintStream out;

	private final PrintStream errors;

	private int exitCode;

	MoveUpCommand(OldHome from, NewHome to, KnownKeys keys, InstantSource time, boolean demo, PrintStream out,
			PrintStream errors) {
		this.from = from;
		this.to = to;
		this.keys = keys;
		this.time = time;
		this.demo = demo;
		this.out = out;
		this.errors = errors;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			long begun = System.nanoTime();
			Moving.Whole whole = new Moving(this.from, this.to, this.keys, this.time, this::tell).move(this.demo);
			tell(whole, Duration.ofNanos(System.nanoTime() - begun));
		}
		catch (StartRefusal refusal) {
			refuse(String.valueOf(refusal.getMessage()));
		}
		catch (SQLException | FlywayException | CannotGetJdbcConnectionException ex) {
			refuse(BrokenOff.sentence(ex));
		}
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

	private void refuse(String sentence) {
		this.errors.println("Nothing was moved. " + sentence);
		this.exitCode = 1;
	}

	private void tell(Moving.Moved table) {
		this.out.printf("%-28s %,12d rows   %s%n", table.table(), table.rows(), table.sum());
	}

	private void tell(Moving.Whole whole, Duration took) {
		this.out.printf(
				"""

						Moved %,d rows of %d tables from %s to %s in %d s: counts and checksums are the same on both sides.
						%s
						Organizers sign in again. The old installation is marked as moved and does not start any more, as it
						would deliver too: put its selftimed.mv.db and selftimed.moved away together. Now start Selftimed with the settings of this run, without move-up.
						""",
				whole.rows(), whole.tables(), this.from.file(), this.to.place(), took.toSeconds(), secrets(whole));
	}

	private static String secrets(Moving.Whole whole) {
		if (whole.unreadable() > 0) {
			return "WARNING: " + whole.unreadable() + " encrypted values do not open with this selftimed.secret-key. "
					+ "Set the one of the old installation before you start: otherwise RunSignup's credentials have to "
					+ "be entered again, and receipts no longer open.";
		}
		if (whole.readable() > 0) {
			return "All " + whole.readable() + " encrypted values open with this selftimed.secret-key: keep it.";
		}
		return "Nothing in it is encrypted, so this selftimed.secret-key could not be compared: receipts open only "
				+ "under the one of the old installation.";
	}

}
