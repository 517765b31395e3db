package io.selftimed.security;

/**
 * Where the request that is being answered came from. Never shown and never stored as it
 * is: whoever counts by it keeps a keyed hash.
 */
public interface ClientAddress {

	/**
	 * The address of whoever sent the request of this thread. An IPv6 address is cut to
	 * its first 64 bits, as everybody has that many to choose from.
	 * @return the address, an empty text outside of requests
	 */
	String current();

}
