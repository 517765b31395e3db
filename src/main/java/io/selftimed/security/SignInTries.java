package io.selftimed.security;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Counts tries at passwords over the whole cluster, for each account, there or not, and
 * for each address. A try is written down before the password is looked at, so that many
 * at once do not slip through, and forgotten when it was right. Of those that are turned
 * away the audit hears once a window for each account and address.
 */
@Repository
class SignInTries {

	/** How many wrong tries an account, and an address, has within {@link #WINDOW}. */
	static final int OF_AN_ACCOUNT = 8;

	static final int OF_AN_ADDRESS = 40;

	static final Duration WINDOW = Duration.ofMinutes(15);

	private static final Duration KEPT = Duration.ofDays(1);

	private static final String ACCOUNT = "sign-in-account";

	private static final String ADDRESS = "sign-in-address";

	private final JdbcClient jdbc;

	private final OneTimeToken tokens;

	private final ClientAddress address;

	private final Audit audit;

	private final InstantSource time;

	SignInTries(JdbcClient jdbc, OneTimeToken tokens, ClientAddress address, Audit audit, InstantSource time) {
		this.jdbc = jdbc;
		this.tokens = tokens;
		this.address = address;
		this.audit = audit;
		this.time = time;
	}

	/**
	 * Writes a try down, unless there were too many.
	 * @param email the address that was typed
	 * @param known whether the device signed in to this account before: then only the
	 * address counts, so that nobody is locked out by others
	 * @return whether the password may be looked at
	 */
	boolean begin(String email, boolean known) {
		if (isOver(email, known, 0)) {
			tell(email);
			return false;
		}
		this.jdbc.sql("insert into sign_in_try (account_hash, address_hash, at) values (:account, :address, :now)")
			.param("account", this.tokens.hash(ACCOUNT, normal(email)))
			.param("address", this.tokens.hash(ADDRESS, this.address.current()))
			.param("now", now())
			.update();
		boolean mayBe = !isOver(email, known, 1);
		if (!mayBe) {
			tell(email);
		}
		return mayBe;
	}

	/** One line a window, however many are turned away. */
	private void tell(String email) {
		if (isAddressOver(0)) {
			tellOnce(this.tokens.hash(ADDRESS, this.address.current()), "address");
		}
		else {
			Optional<Long> organizer = this.jdbc.sql("select id from organizer where email = :email")
				.param("email", normal(email))
				.query(Long.class)
				.optional();
			tellOnce(this.tokens.hash(ACCOUNT, normal(email)),
					organizer.map((id) -> "organizer:" + id).orElse("organizer:unknown"));
		}
	}

	private void tellOnce(String subject, String about) {
		boolean again = this.jdbc
			.sql("update sign_in_slowed set told_at = :now where subject = :subject and told_at <= :since")
			.param("now", now())
			.param("subject", subject)
			.param("since", now().minus(WINDOW))
			.update() == 1;
		if (again || isFirst(subject)) {
			this.audit.write("sign-in-slowed", null, about);
		}
	}

	/** Of two at once, one inserts. */
	private boolean isFirst(String subject) {
		try {
			return this.jdbc.sql("""
					insert into sign_in_slowed (subject, told_at)
					select cast(:subject as varchar(80)), cast(:now as timestamp with time zone)
					where not exists (select 1 from sign_in_slowed where subject = :subject)
					""").param("subject", subject).param("now", now()).update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** The password was right: the account's tries count no more. */
	void succeeded(String email) {
		this.jdbc.sql("delete from sign_in_try where account_hash in (:hashes)")
			.param("hashes", this.tokens.hashes(ACCOUNT, normal(email)))
			.update();
	}

	@Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.jdbc.sql("delete from sign_in_try where at < :before").param("before", now().minus(KEPT)).update();
		this.jdbc.sql("delete from sign_in_slowed where told_at < :before").param("before", now().minus(KEPT)).update();
	}

	private boolean isOver(String email, boolean known, int own) {
		return isAddressOver(own)
				|| (!known && count("account_hash", this.tokens.hashes(ACCOUNT, normal(email))) - own >= OF_AN_ACCOUNT);
	}

	private boolean isAddressOver(int own) {
		return count("address_hash", this.tokens.hashes(ADDRESS, this.address.current())) - own >= OF_AN_ADDRESS;
	}

	private int count(String column, List<String> hashes) {
		return this.jdbc.sql("select count(*) from sign_in_try where " + column + " in (:hashes) and at > :since")
			.param("hashes", hashes)
			.param("since", now().minus(WINDOW))
			.query(Integer.class)
			.single();
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

	/** As accounts store addresses. */
	static String normal(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

}
