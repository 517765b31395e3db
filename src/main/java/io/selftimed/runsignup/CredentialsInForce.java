package io.selftimed.runsignup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.security.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the credential that counts for a race: its own, else the default, else the one in
 * the settings. What was sealed under an earlier key is sealed again on the way.
 * <p>
 * Tokens of the settings that can be refreshed get a row of their own, so that new ones
 * have a place; a hash of the settings tells when somebody set others.
 */
@Component
class CredentialsInForce {

	private static final String PURPOSE = "runsignup-credential-in-settings";

	private final @Nullable CallerCredential settings;

	private final CredentialRows rows;

	private final CredentialSafe safe;

	private final KeyedHash hash;

	private final TransactionOperations transactions;

	private final InstantSource time;

	CredentialsInForce(RunSignupSettings settings, CredentialRows rows, CredentialSafe safe, KeyedHash hash,
			TransactionOperations transactions, InstantSource time) {
		this.settings = SettingsCredential.of(settings).orElse(null);
		this.rows = rows;
		this.safe = safe;
		this.hash = hash;
		this.transactions = transactions;
		this.time = time;
	}

	InForce of(long raceId) {
		return this.rows.forRace(raceId).map(this::read).orElseGet(this::fromSettings);
	}

	/** Whether the settings have one. */
	boolean isInSettings() {
		return this.settings != null;
	}

	/** The same credential as it stands now. */
	InForce again(CredentialRow row) {
		return this.rows.find(row.subject()).map(this::read).orElseGet(InForce.None::new);
	}

	/** Opens a row; what was sealed under an earlier key is sealed again. */
	InForce read(CredentialRow row) {
		Optional<CredentialSafe.Contents> contents = this.safe.open(row);
		contents.filter((read) -> !read.underCurrentKey()).ifPresent((read) -> sealAgain(row, read.credential()));
		return contents.<InForce>map((read) -> new InForce.Kept(row, read.credential()))
			.orElseGet(InForce.Unreadable::new);
	}

	private void sealAgain(CredentialRow row, CallerCredential credential) {
		this.rows.sealAgain(row, this.safe.seal(row.subject(), row.id(), credential));
	}

	private InForce fromSettings() {
		if (this.settings == null) {
			return new InForce.None();
		}
		RefreshGrant grant = (this.settings instanceof Tokens tokens) ? tokens.grant() : null;
		return (this.settings instanceof Tokens tokens && grant != null) ? adopted(tokens, grant)
				: new InForce.FromSettings(this.settings);
	}

	private InForce adopted(Tokens tokens, RefreshGrant grant) {
		return this.rows.find(CredentialRow.SETTINGS)
			.filter((row) -> isOf(row, tokens, grant))
			.map(this::read)
			.filter(InForce.Kept.class::isInstance)
			.orElseGet(() -> adopt(tokens, grant));
	}

	private boolean isOf(CredentialRow row, Tokens tokens, RefreshGrant grant) {
		List<String> hashes = this.hash.candidates(PURPOSE, text(tokens, grant))
			.stream()
			.map(HexFormat.of()::formatHex)
			.toList();
		return row.settingsHash() != null && hashes.contains(row.settingsHash());
	}

	private InForce adopt(Tokens tokens, RefreshGrant grant) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			this.rows.lockInstallation();
			Optional<CredentialRow> known = this.rows.lock(CredentialRow.SETTINGS);
			Optional<CredentialRow> same = known.filter((row) -> isOf(row, tokens, grant))
				.filter((row) -> this.safe.open(row).isPresent());
			return same.map(this::read).orElseGet(() -> {
				known.ifPresent(this.rows::delete);
				CredentialRow row = row(tokens, grant, this.time.instant());
				this.rows.insert(row);
				return new InForce.Kept(row, tokens);
			});
		}));
	}

	private CredentialRow row(Tokens tokens, RefreshGrant grant, Instant now) {
		String id = UUID.randomUUID().toString();
		String settingsHash = HexFormat.of().formatHex(this.hash.of(PURPOSE, text(tokens, grant)));
		return new CredentialRow(CredentialRow.SETTINGS, id, 1, CredentialKind.OAUTH,
				this.safe.seal(CredentialRow.SETTINGS, id, tokens), null, null, null, null, now, null, settingsHash);
	}

	private static byte[] text(Tokens tokens, RefreshGrant grant) {
		return String.join("\n", tokens.accessToken(), grant.refreshToken(), grant.clientId(), grant.clientSecret())
			.getBytes(StandardCharsets.UTF_8);
	}

}
