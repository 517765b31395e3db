package io.selftimed.security;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Counts tries at passwords over the whole cluster, for each account, there or not, and
 * for each address. A try is written down before the password is looked at, so that many
 * at once do not slip through, and forgotten when it was right.
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

	private final InstantSource time;

	SignInTries(JdbcClient jdbc, OneTimeToken tokens, ClientAddress address, InstantSource time) {
		this.jdbc = jdbc;
		this.tokens = tokens;
		this.address = address;
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
			return false;
		}
		this.jdbc.sql("insert into sign_in_try (account_hash, address_hash, at) values (:account, :address, :now)")
			.param("account", this.tokens.hash(ACCOUNT, normal(email)))
			.param("address", this.tokens.hash(ADDRESS, this.address.current()))
			.param("now", now())
			.update();
		return !isOver(email, known, 1);
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
	}

	private boolean isOver(String email, boolean known, int own) {
		return count("address_hash", this.tokens.hashes(ADDRESS, this.address.current())) - own >= OF_AN_ADDRESS
				|| (!known && count("account_hash", this.tokens.hashes(ACCOUNT, normal(email))) - own >= OF_AN_ACCOUNT);
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
