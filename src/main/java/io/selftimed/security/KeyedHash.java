package io.selftimed.security;

import java.util.List;

/**
 * Hashes that nobody can make or check without the installation's secret key, for what is
 * looked up but must not be readable in the database.
 */
public interface KeyedHash {

	/**
	 * The hash of a message under the current secret key.
	 * @param purpose what the hash is for, such as {@code receipt}; hashes of different
	 * purposes never match
	 * @param message any bytes
	 * @return HMAC-SHA-256, 32 bytes
	 */
	byte[] of(String purpose, byte[] message);

	/**
	 * The hashes under which a message may be found after the secret key was changed.
	 * @param purpose what the hash is for
	 * @param message any bytes
	 * @return the hash under the current key, then those under earlier keys, newest first
	 */
	List<byte[]> candidates(String purpose, byte[] message);

}
