package io.selftimed.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The link by which whoever runs an installation makes its first account. There is one
 * while nobody has an account; it stands in a file beside the data that only the user of
 * this program reads. A start makes it anew, unless another replica holds it that is
 * alive: then the log says where it stands. The log never holds the link.
 */
@Component
@Profile("production & !demo")
class SetupLink {

	private static final Logger logger = LoggerFactory.getLogger(SetupLink.class);

	private static final String PURPOSE = "setup";

	/** Whoever did not say for so long that it holds the link is gone. */
	static final Duration HELD = Duration.ofMinutes(3);

	private static final int LONGEST_HOLDER = 500;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final OneTimeToken tokens;

	private final Accounts accounts;

	private final Audit audit;

	private final PublicUrl publicUrl;

	private final Path file;

	private final String holder;

	private final InstantSource time;

	private volatile boolean holds;

	SetupLink(JdbcClient jdbc, TransactionOperations transactions, OneTimeToken tokens, Accounts accounts, Audit audit,
			PublicUrl publicUrl, SecuritySettings settings, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.tokens = tokens;
		this.accounts = accounts;
		this.audit = audit;
		this.publicUrl = publicUrl;
		this.file = settings.dataDir().resolve("setup-link").toAbsolutePath();
		String where = host() + ":" + this.file;
		this.holder = where.substring(0, Math.min(where.length(), LONGEST_HOLDER));
		this.time = time;
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

	/** Makes the link, if nobody has an account yet and no other replica holds one. */
	@EventListener(ApplicationStartedEvent.class)
	void renew() {
		this.transactions.executeWithoutResult((status) -> {
			lock();
			if (isNobodyThere()) {
				elsewhere().ifPresentOrElse(this::leave, this::make);
			}
			else {
				forget();
			}
		});
	}

	/** Who else holds a link and is alive. */
	private Optional<String> elsewhere() {
		return this.jdbc.sql("""
				select setup_holder from installation
				where setup_hash is not null and setup_holder <> :holder and setup_held_at > :since
				""")
			.param("holder", this.holder)
			.param("since", this.time.instant().minus(HELD).atOffset(ZoneOffset.UTC))
			.query(String.class)
			.optional();
	}

	private void leave(String other) {
		forget();
		String host = other.substring(0, other.indexOf(':'));
		String there = other.substring(host.length() + 1);
		logger.warn("Nobody can sign in yet. Another replica, {}, has the link that makes the first account: it"
				+ " stands there in {} (in containers: docker exec {} cat {}). If that replica is gone, start"
				+ " this one again in {} minutes.", host, there, host, there, HELD.toMinutes());
	}

	/** Says that the link is still here, so that no other replica makes another. */
	@Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
	void hold() {
		if (this.holds) {
			this.holds = held(this.time.instant());
		}
	}

	/** Whoever starts after this one has stopped makes a link at once. */
	@EventListener(ContextClosedEvent.class)
	void letGo() {
		if (this.holds) {
			this.holds = false;
			held(null);
		}
	}

	private boolean held(@Nullable Instant at) {
		return this.jdbc
			.sql("update installation set setup_held_at = :at where setup_hash is not null and setup_holder = :holder")
			.param("at", (at != null) ? at.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("holder", this.holder)
			.update() == 1;
	}

	/** Whether a token opens the page: it is the last one made, and nobody was faster. */
	boolean isOpen(String token) {
		return isNobodyThere() && !this.jdbc.sql("select id from installation where setup_hash in (:hashes)")
			.param("hashes", this.tokens.hashes(PURPOSE, token))
			.query(Integer.class)
			.list()
			.isEmpty();
	}

	/**
	 * Makes the first account, an administrator's, and voids the link.
	 * @return whether the link was open
	 */
	boolean use(String token, String email, String password) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			lock();
			if (!isOpen(token)) {
				return false;
			}
			long administrator = this.accounts.make(email, password, true);
			this.jdbc.sql("update installation set setup_hash = null, setup_holder = null, setup_held_at = null")
				.update();
			this.audit.write("installation-set-up", null, "organizer:" + administrator);
			forget();
			return true;
		}));
	}

	private void lock() {
		this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
	}

	private boolean isNobodyThere() {
		return this.jdbc.sql("select id from organizer fetch first 1 rows only").query(Long.class).list().isEmpty();
	}

	private void make() {
		String token = this.tokens.make();
		this.jdbc.sql("update installation set setup_hash = :hash, setup_holder = :holder, setup_held_at = :now")
			.param("hash", this.tokens.hash(PURPOSE, token))
			.param("holder", this.holder)
			.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.holds = true;
		try {
			write(this.publicUrl.link("/setup/" + token) + "\n");
		}
		catch (IOException ex) {
			throw new StartRefusal("The file " + this.file + " cannot be made: let this user write to that folder, or"
					+ " name another with selftimed.data-dir.");
		}
		logger.warn("Nobody can sign in yet. Open the address that stands in {} and make the first account.",
				this.file);
	}

	private void write(String line) throws IOException {
		Path folder = Objects.requireNonNull(this.file.getParent());
		Files.createDirectories(folder);
		Path fresh = Files.createTempFile(folder, "setup-link", ".new");
		try {
			Files.writeString(fresh, line);
			Files.move(fresh, this.file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(fresh);
		}
	}

	private void forget() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			logger.warn("The file {} could not be removed; its link is void.", this.file);
		}
	}

}
