package io.selftimed.security;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.selftimed.StartRefusal;

/**
 * The secret key of the installation and those it had before. Never leaves this package
 * and never becomes text.
 */
final class SecretKeys {

	/** The length of a key in bytes. */
	static final int LENGTH = 32;

	private final List<byte[]> newestFirst;

	private SecretKeys(List<byte[]> newestFirst) {
		this.newestFirst = newestFirst;
	}

	/**
	 * The keys of the settings.
	 * @param current the secret key, base64 of 32 bytes
	 * @param previous earlier ones, newest first
	 * @throws StartRefusal if one is not the base64 of 32 bytes
	 */
	static SecretKeys of(String current, List<String> previous) {
		List<byte[]> keys = new ArrayList<>();
		keys.add(decode(current, "selftimed.secret-key"));
		for (String key : previous) {
			keys.add(decode(key, "selftimed.previous-secret-keys"));
		}
		return new SecretKeys(keys);
	}

	private static byte[] decode(String key, String source) {
		byte[] bytes = decoded(key);
		if (bytes.length != LENGTH) {
			throw new StartRefusal(
					source + " must hold the base64 of 32 bytes: make such a key with \"openssl rand -base64 32\".");
		}
		return bytes;
	}

	private static byte[] decoded(String key) {
		try {
			return Base64.getDecoder().decode(key.strip());
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	byte[] current() {
		return this.newestFirst.getFirst();
	}

	/** The current key and those before it. */
	List<byte[]> all() {
		return this.newestFirst;
	}

}
