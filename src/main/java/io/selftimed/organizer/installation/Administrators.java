package io.selftimed.organizer.installation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.security.Audit;
import io.selftimed.security.OpenSessions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who looks after the installation. The last one stays; whoever is one no more is signed
 * out everywhere, so that no open page of theirs does anything more.
 */
@Repository
class Administrators {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final OpenSessions sessions;

	private final Audit audit;

	Administrators(JdbcClient jdbc, TransactionOperations transactions, OpenSessions sessions, Audit audit) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.sessions = sessions;
		this.audit = audit;
	}

	/** All of them, by address. */
	List<Administrator> all() {
		return this.jdbc.sql("select id, email from organizer where administrator = true order by email")
			.query((row, number) -> new Administrator(row.getLong(1), row.getString(2)))
			.list();
	}

	/** Whether somebody is one now. */
	boolean contain(long organizerId) {
		return standing(organizerId).orElse(false);
	}

	/** Makes an account one; harmless if it is one already. */
	Change make(long organizerId) {
		return change(organizerId, true);
	}

	/** Takes it away again. */
	Change remove(long organizerId) {
		return change(organizerId, false);
	}

	private Change change(long organizerId, boolean wanted) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			lock();
			Optional<Boolean> before = standing(organizerId);
			if (before.isEmpty() || (!wanted && !before.get())) {
				return Change.NOBODY;
			}
			if (!wanted && all().size() == 1) {
				return Change.LAST;
			}
			if (before.get() != wanted) {
				write(organizerId, wanted);
			}
			return Change.DONE;
		}));
	}

	/** Of two who remove each other at once, one waits and then may not. */
	private void lock() {
		this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
	}

	private Optional<Boolean> standing(long organizerId) {
		return this.jdbc.sql("select administrator from organizer where id = :organizer")
			.param("organizer", organizerId)
			.query(Boolean.class)
			.optional();
	}

	private void write(long organizerId, boolean administrator) {
		this.audit.write(administrator ? "administrator-made" : "administrator-removed", null,
				"organizer:" + organizerId);
		this.jdbc.sql("update organizer set administrator = :administrator where id = :organizer")
			.param("administrator", administrator)
			.param("organizer", organizerId)
			.update();
		if (!administrator) {
			this.sessions.end(organizerId, "");
		}
	}

	/** What came of a change. */
	enum Change {

		/** It is as wanted. */
		DONE,
		/** It would leave the installation without one. */
		LAST,
		/** There is no such account, or it is none. */
		NOBODY

	}

	/**
	 * An account that looks after the installation. Holds an address: never logged.
	 *
	 * @param organizerId our id of the organizer
	 * @param email their address
	 */
	record Administrator(long organizerId, String email) {

		@Override
		public String toString() {
			return "organizer " + this.organizerId;
		}

	}

}
