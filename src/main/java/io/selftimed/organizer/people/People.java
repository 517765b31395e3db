package io.selftimed.organizer.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.security.Audit;
import io.selftimed.security.OpenSessions;
import io.selftimed.security.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who has which role in a race. The last owner stays one; whoever loses a role, or part
 * of it, is signed out everywhere, so that no open page of theirs does anything more.
 */
@Repository
class People {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final OpenSessions sessions;

	private final Audit audit;

	People(JdbcClient jdbc, TransactionOperations transactions, OpenSessions sessions, Audit audit) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.sessions = sessions;
		this.audit = audit;
	}

	/** Everybody with a role, by address. */
	List<Person> of(long raceId) {
		return this.jdbc.sql("""
				select o.id, o.email, r.role from organizer_role r join organizer o on o.id = r.organizer_id
				where r.race_id = :race order by o.email
				""")
			.param("race", raceId)
			.query((row, number) -> new Person(row.getLong(1), row.getString(2), Role.of(row.getString(3))))
			.list();
	}

	/**
	 * Gives somebody who has a role another one.
	 * @param role the new one, null to take it away
	 */
	Change change(long raceId, long organizerId, @Nullable Role role) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			lock(raceId);
			Optional<Role> before = role(raceId, organizerId);
			if (before.isEmpty()) {
				return Change.NOBODY;
			}
			if (before.get() == role) {
				return Change.DONE;
			}
			if (before.get() == Role.OWNER && owners(raceId) == 1) {
				return Change.LAST_OWNER;
			}
			write(raceId, organizerId, before.get(), role);
			return Change.DONE;
		}));
	}

	/** Whether somebody is an owner of a race now. */
	boolean isOwner(long raceId, long organizerId) {
		return role(raceId, organizerId).filter((role) -> role == Role.OWNER).isPresent();
	}

	/** Of two owners who remove each other at once, one waits and then may not. */
	private void lock(long raceId) {
		this.jdbc.sql("select race_id from race where race_id = :race for update")
			.param("race", raceId)
			.query(Long.class)
			.single();
	}

	private Optional<Role> role(long raceId, long organizerId) {
		return this.jdbc.sql("select role from organizer_role where race_id = :race and organizer_id = :organizer")
			.param("race", raceId)
			.param("organizer", organizerId)
			.query((row, number) -> Role.of(row.getString(1)))
			.optional();
	}

	private int owners(long raceId) {
		return this.jdbc.sql("select count(*) from organizer_role where race_id = :race and role = 'owner'")
			.param("race", raceId)
			.query(Integer.class)
			.single();
	}

	private void write(long raceId, long organizerId, Role before, @Nullable Role role) {
		String who = "organizer:" + organizerId + " was:" + before.word();
		if (role == null) {
			this.audit.write("role-removed", raceId, who);
			this.jdbc.sql("delete from organizer_role where race_id = :race and organizer_id = :organizer")
				.param("race", raceId)
				.param("organizer", organizerId)
				.update();
		}
		else {
			this.audit.write("role-changed", raceId, who + " is:" + role.word());
			this.jdbc.sql("update organizer_role set role = :role where race_id = :race and organizer_id = :organizer")
				.param("role", role.word())
				.param("race", raceId)
				.param("organizer", organizerId)
				.update();
		}
		if (role == null || !role.includes(before)) {
			this.sessions.end(organizerId, "");
		}
	}

	/** What came of a change. */
	enum Change {

		/** It is as wanted. */
		DONE,
		/** It would leave the race without an owner. */
		LAST_OWNER,
		/** They have no role in the race. */
		NOBODY

	}

}
