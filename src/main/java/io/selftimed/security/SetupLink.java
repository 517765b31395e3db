package io.selftimed.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import io.selftimed.StartRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The link by which whoever runs an installation makes its first account. There is one
 * while nobody has an account; it stands in a file beside the data that only the user of
 * this program reads, and each start makes it anew. The log never holds it.
 */
@Component
@Profile("production & !demo")
class SetupLink {

	private static final Logger logger = LoggerFactory.getLogger(SetupLink.class);

	private static final String PURPOSE = "setup";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final OneTimeToken tokens;

	private final Accounts accounts;

	private final Audit audit;

	private final PublicUrl publicUrl;

	private final Path file;

	SetupLink(JdbcClient jdbc, TransactionOperations transactions, OneTimeToken tokens, Accounts accounts, Audit audit,
			PublicUrl publicUrl, SecuritySettings settings) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.tokens = tokens;
		this.accounts = accounts;
		this.audit = audit;
		this.publicUrl = publicUrl;
		this.file = settings.dataDir().resolve("setup-link").toAbsolutePath();
	}

	/** Makes the link, if nobody has an account yet. */
	@EventListener(ApplicationStartedEvent.class)
	void renew() {
		this.transactions.executeWithoutResult((status) -> {
			lock();
			if (isNobodyThere()) {
				make();
			}
			else {
				forget();
			}
		});
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
			this.jdbc.sql("update installation set setup_hash = null").update();
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
		this.jdbc.sql("update installation set setup_hash = :hash")
			.param("hash", this.tokens.hash(PURPOSE, token))
			.update();
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
