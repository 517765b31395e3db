package io.selftimed.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * HMAC-SHA-256 with a key of its own for each purpose, derived by HKDF from the secret
 * key.
 */
class SecretKeyedHash implements KeyedHash {

	private final SecretKeys keys;

	SecretKeyedHash(SecretKeys keys) {
		this.keys = keys;
	}

	@Override
	public byte[] of(String purpose, byte[] message) {
		return hash(this.keys.current(), purpose, message);
	}

	@Override
	public List<byte[]> candidates(String purpose, byte[] message) {
		return this.keys.all().stream().map((key) -> hash(key, purpose, message)).toList();
	}

	private static byte[] hash(byte[] key, String purpose, byte[] message) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(derive(key, purpose));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java runtime has HmacSHA256 and HKDF", ex);
		}
	}

	private static SecretKey derive(byte[] key, String purpose) throws GeneralSecurityException {
		byte[] info = ("selftimed/keyed-hash/" + purpose).getBytes(StandardCharsets.UTF_8);
		return KDF.getInstance("HKDF-SHA256")
			.deriveKey("HmacSHA256", HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, SecretKeys.LENGTH));
	}

}
