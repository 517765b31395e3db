package io.selftimed.security;

import org.jspecify.annotations.Nullable;

/**
 * What is typed where a password is chosen. Its text never shows one.
 *
 * @param email the address, where it is asked for
 * @param password the new password
 */
record PasswordForm(@Nullable String email, @Nullable String password) {

	private static final int LONGEST_ADDRESS = 254;

	String typedEmail() {
		return (this.email != null) ? this.email.strip() : "";
	}

	String typedPassword() {
		return (this.password != null) ? this.password : "";
	}

	/** Whether the address can be one: letters are not sent to anything else. */
	boolean hasAddress() {
		return isAddress(typedEmail());
	}

	static boolean isAddress(String text) {
		return text.length() <= LONGEST_ADDRESS
				&& text.matches("[^\\s@\\p{Cntrl}<>,;:\"]+@[^\\s@\\p{Cntrl}<>,;:\"]+\\.[^\\s@\\p{Cntrl}<>,;:\"]+");
	}

	@Override
	public String toString() {
		return "PasswordForm";
	}

}
