package io.selftimed.security;

import java.util.List;

/**
 * Placeholder.
 */
public interface KeyedHash {

	byte[] of(String purpose, byte[] message);

	List<byte[]> candidates(String purpose, byte[] message);

}
