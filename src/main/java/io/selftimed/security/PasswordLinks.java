package io.selftimed.security;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links that set a forgotten password, once and within half an hour. A wish is only
 * written down while its sender waits and answered later, so that nobody can tell by the
 * answer or its time whether an address has an account.
 */
@Repository
class PasswordLinks {

	/** How many links an account, and an address, may ask for within an hour. */
	static final int OF_AN_ACCOUNT = 3;

	static final int OF_AN_ADDRESS = 20;

	private static final Duration OPEN = Duration.ofMinutes(30);

	private static final Duration KEPT = Duration.ofDays(1);

	private static final String PURPOSE = "password-link";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final OneTimeToken tokens;

	private final SecretBox box;

	private final ClientAddress address;

	private final Accounts accounts;

	private final Audit audit;

	private final ApplicationEventPublisher publisher;

	private final InstantSource time;

	PasswordLinks(JdbcClient jdbc, TransactionOperations transactions, OneTimeToken tokens, SecretBox box,
			ClientAddress address, Accounts accounts, Audit audit, ApplicationEventPublisher publisher,
			InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.tokens = tokens;
		this.box = box;
		this.address = address;
		this.accounts = accounts;
		this.audit = audit;
		this.publisher = publisher;
		this.time = time;
	}

	/**
	 * Writes a wish down. Past the hourly limits nothing is written.
	 * @param email what was typed
	 */
	void ask(String email) {
		String known = SignInTries.normal(email);
		String account = this.tokens.hash("password-account", known);
		String from = this.tokens.hash("password-address", this.address.current());
		if (lately("account_hash", account) < OF_AN_ACCOUNT && lately("address_hash", from) < OF_AN_ADDRESS) {
			this.jdbc.sql("""
					insert into password_wish (account_hash, address_hash, sealed_address, at)
					values (:account, :address, :sealed, :now)
					""")
				.param("account", account)
				.param("address", from)
				.param("sealed", this.box.seal(place(account), known))
				.param("now", now())
				.update();
		}
	}

	private int lately(String column, String hash) {
		return this.jdbc.sql("select count(*) from password_wish where " + column + " = :hash and at > :since")
			.param("hash", hash)
			.param("since", now().minusHours(1))
			.query(Integer.class)
			.single();
	}

	/** Answers all that waits. */
	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void answerAll() {
		while (answerOne()) {
			continue;
		}
	}

	@Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.jdbc.sql("delete from password_wish where at < :before").param("before", now().minus(KEPT)).update();
		this.jdbc.sql("delete from password_link where until < :now").param("now", now()).update();
	}

	private boolean answerOne() {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			List<Wish> wishes = this.jdbc.sql("""
					select id, account_hash, sealed_address from password_wish where sealed_address is not null
					order by id fetch first 1 rows only for update skip locked
					""").query((row, number) -> new Wish(row.getLong(1), row.getString(2), row.getString(3))).list();
			wishes.forEach(this::answer);
			return !wishes.isEmpty();
		}));
	}

	private void answer(Wish wish) {
		this.jdbc.sql("update password_wish set sealed_address = null where id = :id").param("id", wish.id()).update();
		if (this.box.open(place(wish.account()), wish.sealed()) instanceof SecretBox.Opened.Readable readable) {
			this.accounts.idOf(readable.secret())
				.ifPresent((organizer) -> this.publisher
					.publishEvent(new PasswordLinkReady(readable.secret(), make(organizer))));
		}
	}

	private String make(long organizerId) {
		String token = this.tokens.make();
		this.jdbc.sql("insert into password_link (token_hash, organizer_id, until) values (:hash, :organizer, :until)")
			.param("hash", this.tokens.hash(PURPOSE, token))
			.param("organizer", organizerId)
			.param("until", now().plus(OPEN))
			.update();
		return "/password/" + token;
	}

	/** The address of the account that an open link sets the password of. */
	Optional<String> account(String token) {
		return this.jdbc.sql("""
				select o.email from password_link l join organizer o on o.id = l.organizer_id
				where l.token_hash in (:hashes) and l.until > :now
				""")
			.param("hashes", this.tokens.hashes(PURPOSE, token))
			.param("now", now())
			.query((row, number) -> row.getString(1))
			.optional();
	}

	/**
	 * Sets the password, voids every link of the account, and ends all its sessions.
	 * @return whether the link was open
	 */
	boolean use(String token, String password) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Optional<Long> organizer = this.jdbc.sql("""
					select organizer_id from password_link where token_hash in (:hashes) and until > :now for update
					""")
				.param("hashes", this.tokens.hashes(PURPOSE, token))
				.param("now", now())
				.query(Long.class)
				.optional();
			organizer.ifPresent((id) -> {
				this.accounts.changePassword(id, password, "");
				this.audit.write("password-reset", null, "organizer:" + id);
			});
			return organizer.isPresent();
		}));
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

	private static String place(String hash) {
		return "password_wish/" + hash + "/sealed_address";
	}

	/** A wish that waits. */
	private record Wish(long id, String account, String sealed) {
	}

}
