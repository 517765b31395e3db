package io.selftimed.organizer.installation;

import org.jspecify.annotations.Nullable;

/**
 * An address that is typed. Its text never shows it.
 *
 * @param email the address
 */
record AddressForm(@Nullable String email) {

	private static final int LONGEST = 254;

	String typedEmail() {
		return (this.email != null) ? this.email.strip() : "";
	}

	boolean isAddress() {
		String word = "[^\\s@\\p{Cntrl}<>,;:\"]+";
		return typedEmail().length() <= LONGEST && typedEmail().matches(word + "@" + word + "\\." + word);
	}

	@Override
	public String toString() {
		return "AddressForm[****]";
	}

}
