package io.selftimed.security;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hashes that nobody makes without the key.
 */
class SecretKeyedHashTests {

	private static final byte[] TOKEN = { 1, 2, 3 };

	private static final String OLD = key(1);

	private static final String NEW = key(2);

	@Test
	void theSameMessageHasTheSameHash() {
		assertThat(hash(NEW).of("receipt", TOKEN)).isEqualTo(hash(NEW).of("receipt", TOKEN)).hasSize(32);
	}

	@Test
	void anotherPurposeOrMessageOrKeyHasAnother() {
		byte[] receipt = hash(NEW).of("receipt", TOKEN);
		assertThat(hash(NEW).of("identity", TOKEN)).isNotEqualTo(receipt);
		assertThat(hash(NEW).of("receipt", new byte[] { 1, 2 })).isNotEqualTo(receipt);
		assertThat(hash(OLD).of("receipt", TOKEN)).isNotEqualTo(receipt);
	}

	@Test
	void whatWasHashedUnderAnEarlierKeyIsStillFound() {
		byte[] earlier = hash(OLD).of("receipt", TOKEN);
		KeyedHash rotated = hash(NEW, OLD);
		assertThat(rotated.candidates("receipt", TOKEN)).containsExactly(rotated.of("receipt", TOKEN), earlier);
	}

	@Test
	void aNewVersionStillFindsWhatThisOneHashed() {
		assertThat(HexFormat.of().formatHex(hash(OLD).of("receipt", TOKEN)))
			.isEqualTo("59dfb33cd8ad722134ed21421960bdb402a6efb51299f264e6e2dcaef8c136d2");
	}

	private static KeyedHash hash(String key, String... previous) {
		return new SecretKeyedHash(SecretKeys.of(key, List.of(previous)));
	}

	private static String key(int content) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) content);
		return Base64.getEncoder().encodeToString(key);
	}

}
