package io.selftimed.organizer.account;

import org.jspecify.annotations.Nullable;

/**
 * What is typed to change one's password. Its text never shows it.
 *
 * @param current the password until now
 * @param password the new one
 */
record ChangeForm(@Nullable String current, @Nullable String password) {

	String typedCurrent() {
		return (this.current != null) ? this.current : "";
	}

	String typedPassword() {
		return (this.password != null) ? this.password : "";
	}

	@Override
	public String toString() {
		return "ChangeForm";
	}

}
