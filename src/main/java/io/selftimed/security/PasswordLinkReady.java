package io.selftimed.security;

/**
 * Somebody asked for a link that sets the password of their account.
 *
 * @param address where it goes
 * @param path the path of the link, with a token that is a secret
 */
public record PasswordLinkReady(String address, String path) {

	@Override
	public String toString() {
		return "PasswordLinkReady";
	}

}
