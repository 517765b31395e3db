package io.selftimed.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invitations in the table {@code invitation}.
 */
@Repository
class JdbcInvitations implements Invitations {

	private static final Duration OPEN = Duration.ofDays(7);

	private static final String PURPOSE = "invitation";

	private static final String INVITATION = """
			select i.id, i.race_id, r.name, i.email, i.role, i.until
			from invitation i join race r on r.race_id = i.race_id where i.until > :now and %s
			""";

	private final JdbcClient jdbc;

	private final OneTimeToken tokens;

	private final Accounts accounts;

	private final Audit audit;

	private final ApplicationEventPublisher publisher;

	private final InstantSource time;

	JdbcInvitations(JdbcClient jdbc, OneTimeToken tokens, Accounts accounts, Audit audit,
			ApplicationEventPublisher publisher, InstantSource time) {
		this.jdbc = jdbc;
		this.tokens = tokens;
		this.accounts = accounts;
		this.audit = audit;
		this.publisher = publisher;
		this.time = time;
	}

	@Override
	@Transactional
	public void invite(long raceId, String email, Role role) {
		// Two at once would both insert.
		this.jdbc.sql("select race_id from race where race_id = :race for update")
			.param("race", raceId)
			.query(Long.class)
			.single();
		String address = SignInTries.normal(email);
		this.jdbc.sql("delete from invitation where (race_id = :race and email = :email) or until < :now")
			.param("race", raceId)
			.param("email", address)
			.param("now", now())
			.update();
		String token = this.tokens.make();
		this.jdbc.sql("""
				insert into invitation (token_hash, race_id, email, role, until)
				values (:hash, :race, :email, :role, :until)
				""")
			.param("hash", this.tokens.hash(PURPOSE, token))
			.param("race", raceId)
			.param("email", address)
			.param("role", role.word())
			.param("until", now().plus(OPEN))
			.update();
		this.publisher.publishEvent(new InvitationReady(address, raceId, role, "/invitations/" + token));
		this.audit.write("role-offered", raceId, "role:" + role.word());
	}

	@Override
	public List<Invitation> open(long raceId) {
		return this.jdbc.sql(INVITATION.formatted("i.race_id = :race order by i.email"))
			.param("now", now())
			.param("race", raceId)
			.query(JdbcInvitations::invitation)
			.list();
	}

	@Override
	@Transactional
	public boolean revoke(long raceId, long id) {
		boolean revoked = this.jdbc.sql("delete from invitation where id = :id and race_id = :race")
			.param("id", id)
			.param("race", raceId)
			.update() == 1;
		if (revoked) {
			this.audit.write("role-offer-revoked", raceId, "invitation:" + id);
		}
		return revoked;
	}

	@Override
	public Optional<Invitation> of(String token) {
		return this.jdbc.sql(INVITATION.formatted("i.token_hash in (:hashes)"))
			.param("now", now())
			.param("hashes", this.tokens.hashes(PURPOSE, token))
			.query(JdbcInvitations::invitation)
			.optional();
	}

	@Override
	@Transactional
	public boolean accept(String token, long organizerId) {
		Optional<Invitation> invitation = of(token)
			.filter((open) -> this.accounts.idOf(open.email()).filter((id) -> id == organizerId).isPresent());
		return invitation.isPresent() && join(invitation.get(), organizerId);
	}

	@Override
	@Transactional
	public boolean acceptAsNew(String token, String password) {
		Optional<Invitation> invitation = of(token).filter((open) -> this.accounts.idOf(open.email()).isEmpty());
		if (invitation.isEmpty() || !take(invitation.get())) {
			return false;
		}
		long organizer = this.accounts.make(invitation.get().email(), password, false);
		this.audit.write("account-made", invitation.get().raceId(), "organizer:" + organizer);
		give(invitation.get(), organizer);
		return true;
	}

	private boolean join(Invitation invitation, long organizerId) {
		if (!take(invitation)) {
			return false;
		}
		give(invitation, organizerId);
		return true;
	}

	/** Only one of two at once deletes the row. */
	private boolean take(Invitation invitation) {
		return this.jdbc.sql("delete from invitation where id = :id").param("id", invitation.id()).update() == 1;
	}

	private void give(Invitation invitation, long organizerId) {
		Optional<Role> before = this.jdbc
			.sql("select role from organizer_role where organizer_id = :organizer and race_id = :race for update")
			.param("organizer", organizerId)
			.param("race", invitation.raceId())
			.query((row, number) -> Role.of(row.getString(1)))
			.optional();
		if (before.isPresent() && before.get().includes(invitation.role())) {
			return;
		}
		this.jdbc
			.sql(before.isPresent()
					? "update organizer_role set role = :role where organizer_id = :organizer and race_id = :race"
					: "insert into organizer_role (organizer_id, race_id, role) values (:organizer, :race, :role)")
			.param("organizer", organizerId)
			.param("race", invitation.raceId())
			.param("role", invitation.role().word())
			.update();
		this.audit.write("role-taken", invitation.raceId(),
				"organizer:" + organizerId + " role:" + invitation.role().word());
	}

	private static Invitation invitation(ResultSet row, int number) throws SQLException {
		return new Invitation(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
				Role.of(row.getString(5)), row.getObject(6, OffsetDateTime.class).toInstant());
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

}
