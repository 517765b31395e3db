package io.selftimed.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.selftimed.KnownKeys;

/**
 * AES-GCM with 256 bits, a random nonce each time, and a key of its own that HKDF derives
 * from the secret key. Version, key id and place are authenticated with the secret.
 */
class AesGcmSecretBox implements SecretBox, KnownKeys {

	private static final Pattern SEALED = Pattern.compile("v1:([0-9a-f]{16}):([A-Za-z0-9+/]{38,}={0,2})");

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private static final int KEY_ID = 8;

	private final SecureRandom random = new SecureRandom();

	private final List<BoxKey> newestFirst;

	AesGcmSecretBox(SecretKeys keys) {
		this.newestFirst = keys.all().stream().map(BoxKey::of).toList();
	}

	@Override
	public String seal(String place, String secret) {
		BoxKey key = this.newestFirst.getFirst();
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		try {
			byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, place)
				.doFinal(secret.getBytes(StandardCharsets.UTF_8));
			byte[] sealed = Arrays.copyOf(nonce, NONCE + text.length);
			System.arraycopy(text, 0, sealed, NONCE, text.length);
			return key.prefix() + Base64.getEncoder().encodeToString(sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java runtime has AES/GCM", ex);
		}
	}

	@Override
	public Opened open(String place, String sealed) {
		Matcher matcher = SEALED.matcher(sealed);
		if (!matcher.matches()) {
			return new Opened.Unreadable();
		}
		return key(matcher.group(1)).flatMap((key) -> open(key, place, matcher.group(2)))
			.orElseGet(Opened.Unreadable::new);
	}

	@Override
	public Answer look(String text) {
		Matcher matcher = SEALED.matcher(text);
		if (!matcher.matches()) {
			return Answer.NOT_SEALED;
		}
		return key(matcher.group(1)).isPresent() ? Answer.KEY_KNOWN : Answer.KEY_UNKNOWN;
	}

	private Optional<BoxKey> key(String id) {
		return this.newestFirst.stream().filter((key) -> key.id().equals(id)).findFirst();
	}

	private Optional<Opened> open(BoxKey key, String place, String base64) {
		try {
			byte[] sealed = Base64.getDecoder().decode(base64);
			byte[] nonce = Arrays.copyOf(sealed, NONCE);
			byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(sealed, NONCE, sealed.length - NONCE);
			boolean current = key.equals(this.newestFirst.getFirst());
			return Optional.of(new Opened.Readable(new String(text, StandardCharsets.UTF_8), current));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Cipher cipher(int mode, BoxKey key, byte[] nonce, String place) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD((key.prefix() + place).getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	/**
	 * A key and the name by which a sealed text tells that it needs it.
	 */
	private record BoxKey(String id, SecretKey key) {

		static BoxKey of(byte[] secretKey) {
			byte[] id = derive(secretKey, "key-id", KEY_ID);
			return new BoxKey(HexFormat.of().formatHex(id),
					new SecretKeySpec(derive(secretKey, "aes-gcm", SecretKeys.LENGTH), "AES"));
		}

		private static byte[] derive(byte[] secretKey, String purpose, int length) {
			byte[] info = ("selftimed/secret-box/" + purpose).getBytes(StandardCharsets.UTF_8);
			try {
				return KDF.getInstance("HKDF-SHA256")
					.deriveData(HKDFParameterSpec.ofExtract().addIKM(secretKey).thenExpand(info, length));
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("every Java runtime has HKDF", ex);
			}
		}

		String prefix() {
			return "v1:" + this.id + ":";
		}

		@Override
		public String toString() {
			return "BoxKey[" + this.id + "]";
		}

	}

}
