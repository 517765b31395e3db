package io.selftimed.organizer.people;

import java.util.Arrays;
import java.util.Optional;

import io.selftimed.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to invite somebody. Its text never shows the address.
 *
 * @param email the address
 * @param role the word of a role
 */
record InvitationForm(@Nullable String email, @Nullable String role) {

	private static final int LONGEST = 254;

	String typedEmail() {
		return (this.email != null) ? this.email.strip() : "";
	}

	boolean hasAddress() {
		String word = "[^\\s@\\p{Cntrl}<>,;:\"]+";
		return typedEmail().length() <= LONGEST && typedEmail().matches(word + "@" + word + "\\." + word);
	}

	Optional<Role> chosenRole() {
		return role(this.role);
	}

	/** The role of a word, empty if it is none. */
	static Optional<Role> role(@Nullable String word) {
		return Arrays.stream(Role.values()).filter((role) -> role.word().equals(word)).findFirst();
	}

	@Override
	public String toString() {
		return "InvitationForm[role=" + this.role + "]";
	}

}
