package io.selftimed.notification;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.selftimed.security.KeyedHash;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who wants no e-mails, in the table {@code unwanted_mail}. The keyed hash of an address
 * is also the secret in the link that stops them: nobody can make it who has not had a
 * letter to that address.
 */
@Repository
class UnwantedMail {

	private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final KeyedHash hash;

	private final InstantSource time;

	UnwantedMail(JdbcClient jdbc, TransactionOperations transactions, KeyedHash hash, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.hash = hash;
		this.time = time;
	}

	static boolean isToken(String token) {
		return TOKEN.matcher(token).matches();
	}

	/** The secret by which e-mails to an address are stopped. */
	String token(String address) {
		return tokens(address).getFirst();
	}

	/** Whether an address wants none. */
	boolean isUnwanted(String address) {
		return tokens(address).stream().anyMatch(this::isStopped);
	}

	boolean isStopped(String token) {
		return !this.jdbc.sql("select address_hash from unwanted_mail where address_hash = :token")
			.param("token", token)
			.query(String.class)
			.list()
			.isEmpty();
	}

	/** Stops e-mails; again changes nothing. */
	void stop(String token) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from installation where id = 1 for update").query(Integer.class).single();
			if (!isStopped(token)) {
				this.jdbc.sql("insert into unwanted_mail (address_hash, since) values (:token, :now)")
					.param("token", token)
					.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
					.update();
			}
		});
	}

	/** Lets e-mails come again. */
	void want(String token) {
		this.jdbc.sql("delete from unwanted_mail where address_hash = :token").param("token", token).update();
	}

	private List<String> tokens(String address) {
		byte[] known = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
		return this.hash.candidates("mail-address", known).stream().map(HexFormat.of()::formatHex).toList();
	}

}
