package io.selftimed.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How accounts are made, invited, reset and slowed, on both databases.
 */
@BothDatabases
@ExtendWith(OutputCaptureExtension.class)
class AccountsTests {

	private static final String GOOD = "kayak lantern orbit seven";

	private final TestDatabase database;

	private final JdbcClient jdbc;

	private final List<Object> told = new ArrayList<>();

	private final OneTimeToken tokens = new OneTimeToken(new TestKeys(1).hash());

	private final SignInTries tries;

	private final JdbcAccounts accounts;

	private final JdbcAudit audit;

	private final JdbcInvitations invitations;

	private final PasswordLinks links;

	private String from = "192.0.2.7";

	private Instant now = Instant.parse("2026-08-01T16:00:00Z");

	@TempDir
	private Path data = Path.of("target");

	AccountsTests(TestDatabase database) {
		this.database = database;
		this.jdbc = database.jdbc();
		this.audit = new JdbcAudit(this.jdbc, () -> this.from, () -> this.now);
		this.tries = new SignInTries(this.jdbc, this.tokens, () -> this.from, this.audit, () -> this.now);
		this.accounts = new JdbcAccounts(this.jdbc, PasswordEncoderFactories.createDelegatingPasswordEncoder(),
				this.tries, new JdbcOpenSessions(this.jdbc));
		this.invitations = new JdbcInvitations(this.jdbc, this.tokens, this.accounts, this.audit, this.told::add,
				() -> this.now);
		this.links = new PasswordLinks(this.jdbc, database.transactions(), this.tokens, new TestKeys(1).box(),
				() -> this.from, this.accounts, this.audit, this.told::add, () -> this.now);
	}

	@BeforeEach
	void ann() {
		this.database.clean();
		this.jdbc.sql("update installation set setup_hash = null, setup_holder = null, setup_held_at = null").update();
		this.jdbc.sql("insert into organizer (id, email, password) values (7, 'ann@example.org', '{noop}secret')")
			.update();
		this.jdbc.sql("insert into race (race_id, name, time_zone, contact) values (4100, 'Harbor', 'UTC', 'x')")
			.update();
	}

	@Test
	void anAccountIsSlowedAfterEightWrongTriesWhetherItExistsOrNot() {
		for (String email : List.of("ann@example.org", "nobody@example.org")) {
			for (int attempt = 0; attempt < SignInTries.OF_AN_ACCOUNT; attempt++) {
				assertThat(this.tries.begin(email, false)).as("try %s of %s", attempt, email).isTrue();
			}
			assertThat(this.tries.begin(email.toUpperCase(Locale.ROOT), false)).isFalse();
		}
		assertThat(this.tries.begin("ann@example.org", true)).as("from a known device").isTrue();
		this.now = this.now.plus(SignInTries.WINDOW).plusSeconds(1);
		assertThat(this.tries.begin("ann@example.org", false)).isTrue();
	}

	@Test
	void anAddressIsSlowedWhicheverAccountsItTries() {
		for (int attempt = 0; attempt < SignInTries.OF_AN_ADDRESS; attempt++) {
			assertThat(this.tries.begin("runner" + attempt + "@example.org", true)).isTrue();
		}
		assertThat(this.tries.begin("another@example.org", true)).isFalse();
		this.from = "192.0.2.8";
		assertThat(this.tries.begin("another@example.org", false)).isTrue();
	}

	@Test
	void theAuditHearsOnceAWindowOfTriesThatAreTurnedAway() {
		for (int attempt = 0; attempt < 3 * SignInTries.OF_AN_ACCOUNT; attempt++) {
			this.tries.begin("ann@example.org", false);
			this.tries.begin("nobody@example.org", false);
		}
		assertThat(slowed()).containsExactly("organizer:7", "organizer:unknown");
		for (int attempt = 0; attempt < 2 * SignInTries.OF_AN_ADDRESS; attempt++) {
			this.tries.begin("ann@example.org", true);
		}
		assertThat(slowed()).containsExactly("organizer:7", "organizer:unknown", "address");
		this.now = this.now.plus(SignInTries.WINDOW).plusSeconds(1);
		for (int attempt = 0; attempt < 2 * SignInTries.OF_AN_ACCOUNT; attempt++) {
			this.tries.begin("ann@example.org", false);
		}
		assertThat(slowed()).containsExactly("organizer:7", "organizer:unknown", "address", "organizer:7");
	}

	private List<String> slowed() {
		return this.jdbc.sql("select object from audit where what = 'sign-in-slowed' order by id")
			.query(String.class)
			.list();
	}

	@Test
	void rightPasswordsAreNotCountedAndNothingTypedIsKept() {
		for (int attempt = 0; attempt < 20; attempt++) {
			assertThat(this.accounts.prove(7, "secret")).isEqualTo(Accounts.Proof.RIGHT);
		}
		assertThat(this.accounts.prove(7, "wrong")).isEqualTo(Accounts.Proof.WRONG);
		assertThat(
				this.jdbc.sql("select account_hash from sign_in_try").query((row, number) -> row.getString(1)).list())
			.singleElement()
			.asString()
			.matches("[0-9a-f]{64}");
	}

	@Test
	void anotherPasswordEndsAllSessionsButOne() {
		session("one");
		session("two");
		this.accounts.changePassword(7, GOOD, "one");
		assertThat(this.accounts.prove(7, GOOD)).isEqualTo(Accounts.Proof.RIGHT);
		assertThat(new JdbcOpenSessions(this.jdbc).of(7)).extracting((session) -> session.id().strip())
			.containsExactly("one");
	}

	@Test
	void aLinkSetsThePasswordOnceAndWithinHalfAnHour() {
		session("one");
		this.links.ask(" ANN@example.org ");
		this.links.ask("nobody@example.org");
		this.links.answerAll();
		assertThat(this.told).singleElement().isInstanceOf(PasswordLinkReady.class);
		PasswordLinkReady ready = (PasswordLinkReady) this.told.getFirst();
		String token = ready.path().substring("/password/".length());
		assertThat(this.links.account(token)).contains("ann@example.org");
		assertThat(this.links.use(token + "x", GOOD)).isFalse();
		assertThat(this.links.use(token, GOOD)).isTrue();
		assertThat(this.links.use(token, "another one entirely, friend")).as("a second time").isFalse();
		assertThat(this.accounts.prove(7, GOOD)).isEqualTo(Accounts.Proof.RIGHT);
		assertThat(new JdbcOpenSessions(this.jdbc).of(7)).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from password_wish where sealed_address is not null")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void anOldLinkIsOverAndLinksAreLimited() {
		for (int wish = 0; wish < 5; wish++) {
			this.links.ask("ann@example.org");
		}
		this.links.answerAll();
		assertThat(this.told).hasSize(PasswordLinks.OF_AN_ACCOUNT);
		String token = ((PasswordLinkReady) this.told.getFirst()).path().substring("/password/".length());
		this.now = this.now.plus(Duration.ofMinutes(31));
		assertThat(this.links.account(token)).isEmpty();
		assertThat(this.links.use(token, GOOD)).isFalse();
	}

	@Test
	void anInvitationMakesAnAccountOnce() {
		this.invitations.invite(4100, "Bea@example.org", Role.REVIEWER);
		String token = invited();
		assertThat(this.invitations.accept(token, 7)).as("by somebody else").isFalse();
		assertThat(this.invitations.acceptAsNew(token, GOOD)).isTrue();
		assertThat(this.invitations.acceptAsNew(token, GOOD)).isFalse();
		assertThat(roles("bea@example.org")).containsExactly("reviewer");
	}

	@Test
	void whoHasAnAccountJoinsAndKeepsALargerRole() {
		this.invitations.invite(4100, "ann@example.org", Role.OWNER);
		assertThat(this.invitations.acceptAsNew(invited(), GOOD)).as("would take the account over").isFalse();
		assertThat(this.invitations.accept(invited(), 7)).isTrue();
		this.invitations.invite(4100, "ann@example.org", Role.VIEWER);
		assertThat(this.invitations.accept(invited(), 7)).isTrue();
		assertThat(roles("ann@example.org")).containsExactly("owner");
	}

	@Test
	void anInvitationToTheInstallationMakesAnAdministratorOnce() {
		this.invitations.inviteAdministrator("Bea@example.org");
		String replaced = invited();
		this.invitations.inviteAdministrator("bea@example.org");
		assertThat(this.invitations.acceptAsNew(replaced, GOOD)).isFalse();
		assertThat(this.invitations.ofAdministrators()).singleElement()
			.satisfies((open) -> assertThat(open.isOfInstallation()).isTrue());
		assertThat(this.invitations.open(4100)).isEmpty();
		assertThat(this.invitations.acceptAsNew(invited(), GOOD)).isTrue();
		assertThat(this.jdbc.sql("select administrator from organizer where email = 'bea@example.org'")
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(this.invitations.ofAdministrators()).isEmpty();
	}

	@Test
	void anInvitationToTheInstallationIsRevokedThereOnly() {
		this.invitations.inviteAdministrator("ann@example.org");
		long id = this.invitations.ofAdministrators().getFirst().id();
		assertThat(this.invitations.revoke(4100, id)).isFalse();
		assertThat(this.invitations.accept(invited(), 99)).as("by somebody else").isFalse();
		assertThat(this.invitations.revokeAdministrator(id)).isTrue();
		assertThat(this.invitations.accept(invited(), 7)).isFalse();
	}

	@Test
	void aRevokedReplacedOrOldInvitationIsOver() {
		this.invitations.invite(4100, "bea@example.org", Role.VIEWER);
		String replaced = invited();
		this.invitations.invite(4100, "bea@example.org", Role.OWNER);
		assertThat(this.invitations.of(replaced)).isEmpty();
		long id = this.invitations.open(4100).getFirst().id();
		assertThat(this.invitations.revoke(4200, id)).as("from another race").isFalse();
		assertThat(this.invitations.revoke(4100, id)).isTrue();
		assertThat(this.invitations.of(invited())).isEmpty();
		this.invitations.invite(4100, "bea@example.org", Role.VIEWER);
		this.now = this.now.plus(Duration.ofDays(7)).plusSeconds(1);
		assertThat(this.invitations.of(invited())).isEmpty();
	}

	@Test
	void theFirstStartLeavesALinkForTheFirstAccount() throws IOException {
		this.jdbc.sql("delete from organizer").update();
		setup().renew();
		String first = token();
		setup().renew();
		String second = token();
		assertThat(setup().isOpen(first)).as("a restart renews it").isFalse();
		assertThat(setup().isOpen(second)).isTrue();
		Path file = this.data.resolve("setup-link");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(setup().use(second, "ann@example.org", GOOD)).isTrue();
		assertThat(setup().use(second, "eve@example.org", GOOD)).isFalse();
		assertThat(file).doesNotExist();
		assertThat(this.jdbc.sql("select email from organizer where administrator = true")
			.query((row, number) -> row.getString(1))
			.list()).containsExactly("ann@example.org");
	}

	@Test
	void aSecondReplicaLeavesTheLinkThatTheFirstHolds(CapturedOutput log) throws IOException {
		this.jdbc.sql("delete from organizer").update();
		SetupLink first = setup();
		first.renew();
		Path folder = Files.createDirectory(this.data.resolve("second"));
		Files.writeString(folder.resolve("setup-link"), "of yesterday");
		SetupLink second = setupIn(folder);
		second.renew();
		assertThat(folder).isEmptyDirectory();
		assertThat(log).contains("Another replica", this.data.resolve("setup-link").toString(), "docker exec");
		assertThat(second.isOpen(token())).as("the first one's link, at the second").isTrue();
		this.now = this.now.plus(SetupLink.HELD).plusSeconds(1);
		first.hold();
		second.renew();
		assertThat(folder).as("while the first is alive").isEmptyDirectory();
		assertThat(second.use(token(), "ann@example.org", GOOD)).isTrue();
	}

	@Test
	void whoComesAfterAReplicaThatIsGoneMakesTheLinkAnew() throws IOException {
		this.jdbc.sql("delete from organizer").update();
		SetupLink stopped = setup();
		stopped.renew();
		stopped.letGo();
		Path folder = Files.createDirectory(this.data.resolve("second"));
		SetupLink killed = setupIn(folder);
		killed.renew();
		assertThat(folder.resolve("setup-link")).exists();
		assertThat(stopped.isOpen(token())).isFalse();
		this.now = this.now.plus(SetupLink.HELD);
		setup().renew();
		assertThat(killed.isOpen(token())).isTrue();
		killed.hold();
		assertThat(this.jdbc.sql("select setup_holder from installation").query(String.class).single())
			.endsWith(this.data.resolve("setup-link").toString());
	}

	@Test
	void whereSomebodyHasAnAccountThereIsNoLink() throws IOException {
		Files.writeString(this.data.resolve("setup-link"), "of yesterday");
		setup().renew();
		assertThat(this.data.resolve("setup-link")).doesNotExist();
	}

	@Test
	void addressesAreDroppedFromTheAuditAfterNinetyDays() {
		this.audit.write("signed-in", null, "organizer:7");
		this.now = this.now.plus(Duration.ofDays(89));
		AuditAddresses addresses = new AuditAddresses(this.jdbc, () -> this.now);
		addresses.drop();
		assertThat(addresses()).containsExactly("192.0.2.7");
		this.now = this.now.plus(Duration.ofDays(2));
		addresses.drop();
		assertThat(addresses()).containsExactly("-");
	}

	private List<String> addresses() {
		return this.jdbc.sql("select coalesce(address, '-') from audit")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private SetupLink setup() {
		return setupIn(this.data);
	}

	/** A replica with its own data folder. */
	private SetupLink setupIn(Path folder) {
		return new SetupLink(this.jdbc, this.database.transactions(), this.tokens, this.accounts, this.audit,
				SecurityTables.publicUrl("https://results.example.org"),
				new SecuritySettings(null, List.of(), null, List.of(), folder), () -> this.now);
	}

	private String token() throws IOException {
		String link = Files.readString(this.data.resolve("setup-link")).strip();
		assertThat(link).startsWith("https://results.example.org/setup/");
		return link.substring(link.lastIndexOf('/') + 1);
	}

	private String invited() {
		InvitationReady ready = (InvitationReady) this.told.getLast();
		return ready.path().substring("/invitations/".length());
	}

	private List<String> roles(String email) {
		return this.jdbc.sql("""
				select r.role from organizer_role r join organizer o on o.id = r.organizer_id where o.email = :email
				""").param("email", email).query((row, number) -> row.getString(1)).list();
	}

	private void session(String id) {
		this.jdbc.sql("""
				insert into spring_session (primary_id, session_id, creation_time, last_access_time,
					max_inactive_interval, expiry_time, principal_name) values (?, ?, 1000, 2000, 7200, 9000, '7')
				""").params(id, id).update();
	}

}
