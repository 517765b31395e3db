package io.selftimed.security;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import io.selftimed.KnownKeys;

/**
 * What this module makes of secret keys, for the tests of modules that build on it.
 *
 * @param newestFirst the keys, each by the number that fills it
 */
public record TestKeys(int... newestFirst) {

	public SecretBox box() {
		return new AesGcmSecretBox(keys());
	}

	public KnownKeys known() {
		return new AesGcmSecretBox(keys());
	}

	public KeyedHash hash() {
		return new SecretKeyedHash(keys());
	}

	private SecretKeys keys() {
		List<String> keys = IntStream.of(this.newestFirst).mapToObj(TestKeys::key).toList();
		return SecretKeys.of(keys.getFirst(), keys.subList(1, keys.size()));
	}

	private static String key(int content) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) content);
		return Base64.getEncoder().encodeToString(key);
	}

}
