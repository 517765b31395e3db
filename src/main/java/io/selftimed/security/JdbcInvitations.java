package io.selftimed.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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

	private static final String ADMINISTRATOR = "administrator";

	private static final String INVITATION = """
			select i.id, i.race_id, coalesce(r.name, ''), i.email, i.role, i.until
			from invitation i left join race r on r.race_id = i.race_id where i.until > :now and %s
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
	public String invite(long raceId, String email, Role role) {
		// Two at once would both insert.
		this.jdbc.sql("select race_id from race where race_id = :race for update")
			.param("race", raceId)
			.query(Long.class)
			.single();
		this.audit.write("role-offered", raceId, "role:" + role.word());
		return invite(Long.valueOf(raceId), SignInTries.normal(email), role.word());
	}

	@Override
	@Transactional
	public String inviteAdministrator(String email) {
		// Two at once would both insert.
		this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
		this.audit.write("administrator-invited", null, "role:" + ADMINISTRATOR);
		return invite(null, SignInTries.normal(email), ADMINISTRATOR);
	}

	private String invite(@Nullable Long raceId, String address, String role) {
		this.jdbc
			.sql("delete from invitation where (%s and email = :email) or until < :now"
				.formatted((raceId != null) ? "race_id = :race" : "race_id is null and :race is null"))
			.param("race", raceId, Types.BIGINT)
			.param("email", address)
			.param("now", now())
			.update();
		String token = this.tokens.make();
		this.jdbc.sql("""
				insert into invitation (token_hash, race_id, email, role, until)
				values (:hash, :race, :email, :role, :until)
				""")
			.param("hash", this.tokens.hash(PURPOSE, token))
			.param("race", raceId, Types.BIGINT)
			.param("email", address)
			.param("role", role)
			.param("until", now().plus(OPEN))
			.update();
		String path = "/invitations/" + token;
		this.publisher.publishEvent(new InvitationReady(address, raceId, role, path));
		return path;
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
	public List<Invitation> ofAdministrators() {
		return this.jdbc.sql(INVITATION.formatted("i.race_id is null order by i.email"))
			.param("now", now())
			.query(JdbcInvitations::invitation)
			.list();
	}

	@Override
	@Transactional
	public boolean revokeAdministrator(long id) {
		boolean revoked = this.jdbc.sql("delete from invitation where id = :id and race_id is null")
			.param("id", id)
			.update() == 1;
		if (revoked) {
			this.audit.write("administrator-offer-revoked", null, "invitation:" + id);
		}
		return revoked;
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
		boolean administrator = invitation.get().isOfInstallation();
		long organizer = this.accounts.make(invitation.get().email(), password, administrator);
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
		Long raceId = invitation.raceId();
		if (raceId == null) {
			this.jdbc.sql("update organizer set administrator = true where id = :organizer")
				.param("organizer", organizerId)
				.update();
			this.audit.write("administrator-made", null, "organizer:" + organizerId);
		}
		else {
			give(raceId, Role.of(invitation.roleWord()), organizerId);
		}
	}

	private void give(long raceId, Role role, long organizerId) {
		Optional<Role> before = this.jdbc
			.sql("select role from organizer_role where organizer_id = :organizer and race_id = :race for update")
			.param("organizer", organizerId)
			.param("race", raceId)
			.query((row, number) -> Role.of(row.getString(1)))
			.optional();
		if (before.isPresent() && before.get().includes(role)) {
			return;
		}
		this.jdbc
			.sql(before.isPresent()
					? "update organizer_role set role = :role where organizer_id = :organizer and race_id = :race"
					: "insert into organizer_role (organizer_id, race_id, role) values (:organizer, :race, :role)")
			.param("organizer", organizerId)
			.param("race", raceId)
			.param("role", role.word())
			.update();
		this.audit.write("role-taken", raceId, "organizer:" + organizerId + " role:" + role.word());
	}

	private static Invitation invitation(ResultSet row, int number) throws SQLException {
		return new Invitation(row.getLong(1), row.getObject(2, Long.class), row.getString(3), row.getString(4),
				row.getString(5), row.getObject(6, OffsetDateTime.class).toInstant());
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

}
