package io.selftimed.runsignup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

import io.selftimed.TestDatabase;
import io.selftimed.security.KeyedHash;
import io.selftimed.security.PublicUrl;
import io.selftimed.security.SecretBox;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * This module's tables, for the tests of modules that build on them.
 */
public final class RunSignupTables {

	private RunSignupTables() {
	}

	/** The gates in a test database. */
	public static Gates gates(TestDatabase database, InstantSource time) {
		return gates(database.jdbc(), time);
	}

	/** The gates in a database. */
	public static Gates gates(JdbcClient jdbc, InstantSource time) {
		return new JdbcGates(jdbc, time, new HoldSettings(false));
	}

	/** Lanes in a test database, with clocks of the test. */
	public static Lanes lanes(TestDatabase database, InstantSource time, LongSupplier nanoTime, Duration deadline) {
		return lanes(database.jdbc(), database.transactions(), time, nanoTime, deadline);
	}

	/** Lanes as one process sees them, with clocks of the test. */
	public static Lanes lanes(JdbcClient jdbc, TransactionOperations transactions, InstantSource time,
			LongSupplier nanoTime, Duration deadline) {
		RunSignupSettings settings = new RunSignupSettings(null, false, null, null, "json", deadline);
		return new JdbcLanes(jdbc, transactions, time, settings, new HoldSettings(false), nanoTime);
	}

	/** A lane for a read, if one is free. */
	public static Optional<Lane> takeForRead(Lanes lanes, Duration grace) {
		return ((ReadTurns) lanes).takeForRead(grace);
	}

	/** Says that a read waits, as long as a person would. */
	public static void announceRead(Lanes lanes) {
		((ReadTurns) lanes).announce(UUID.randomUUID().toString(), ReadLanes.PATIENCE);
	}

	/** A caller that is not registered. */
	public static ApiCaller unregistered(InstantSource time) {
		return new ApiCaller(new RunSignupSettings(null, false, null, null, "json", Duration.ofSeconds(30)), time);
	}

	/** As the client asks just before a call. */
	public static boolean hasTimeFor(Lane lane, Duration deadline) {
		return ((LeasedLane) lane).hasTimeFor(deadline);
	}

	/** As the client does after an outcome that is not known. */
	public static void stayShut(Lane lane) {
		((LeasedLane) lane).stayShut();
	}

	/**
	 * Connections of a client that RunSignup knows. It redeems a code for the tokens of
	 * that name, but not {@code bad}, and does not answer to {@code away}.
	 */
	public static Connections connections(JdbcClient jdbc, SecretBox box, KeyedHash hash, InstantSource time,
			PublicUrl publicUrl) {
		RunSignupSettings settings = new RunSignupSettings(null, false, null, null, "json", Duration.ofSeconds(30));
		OAuthClient client = new OAuthClient(new OAuthSettings("client", "client-secret", null), settings,
				new RunSignupAddress(settings, new MockEnvironment()), publicUrl);
		return new OAuthConnections(client, (identity, code, verifier, back) -> Optional.of(switch (code) {
			case "bad" -> new RefreshAnswer.Refused();
			case "away" -> new RefreshAnswer.Later("HTTP status 522 without tokens");
			default -> new RefreshAnswer.Renewed(code, Duration.ofDays(30),
					new CallerCredential.RefreshGrant(code + "-refresh", identity.id(), identity.secret()));
		}), new WishRows(jdbc), box, hash, time);
	}

	/** The credentials in a database, with none in the settings. */
	public static Credentials credentials(JdbcClient jdbc, TransactionOperations transactions, Gates gates,
			SecretBox box, KeyedHash hash, InstantSource time) {
		RunSignupSettings settings = new RunSignupSettings(null, false, null, null, "json", Duration.ofSeconds(30));
		CredentialRows rows = new CredentialRows(jdbc);
		CredentialSafe safe = new CredentialSafe(box);
		return new JdbcCredentials(rows, safe, new CredentialsInForce(settings, rows, safe, hash, transactions, time),
				gates, transactions, time);
	}

}
