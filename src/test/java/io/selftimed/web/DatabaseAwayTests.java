package io.selftimed.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What means that the database is away, and what is a fault of ours.
 */
class DatabaseAwayTests {

	private static Throwable withState(String state) {
		return new IllegalStateException(new DataAccessResourceFailureException("away", new SQLException("", state)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "08006", "08001", "53100", "53300", "57P01", "57P03", "58030", "25006" })
	void noConnectionNoDiskAndAStopAre(String state) {
		assertThat(DatabaseAway.is(withState(state))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "40001", "42703", "57014", "22001", "" })
	void whatTheDatabaseAnsweredIsNot(String state) {
		assertThat(DatabaseAway.is(withState(state))).isFalse();
		assertThat(DatabaseAway.is(new DuplicateKeyException("twice"))).isFalse();
		assertThat(DatabaseAway.is(new IllegalStateException())).isFalse();
	}

	@Test
	void aPoolThatFindsNoConnectionIs() {
		assertThat(DatabaseAway
			.is(new CannotCreateTransactionException("none", new SQLTransientConnectionException("timed out"))))
			.isTrue();
	}

	@Test
	void aRollbackThatFailsDoesNotHideIt() {
		TransactionSystemException hidden = new TransactionSystemException("no rollback",
				new SQLException("Connection is closed"));
		assertThat(DatabaseAway.is(hidden)).isFalse();
		hidden.initApplicationException(withState("08006"));
		assertThat(DatabaseAway.is(new IllegalStateException(hidden))).isTrue();
	}

	@Test
	void aFileThatCannotBeWrittenIs() {
		assertThat(DatabaseAway.is(new SQLException("The database has been closed", "90098", 90098))).isTrue();
		assertThat(DatabaseAway.is(new SQLException("General error", "HY000", 50000))).isFalse();
	}

}
