package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * An error that an answer tells.
 *
 * @param code RunSignup's code, null if it told none
 * @param message its words, on one line of 500 characters at most and free of our secrets
 */
record RemoteError(@Nullable Integer code, String message) {

	/** What the error is for us. */
	Meaning meaning() {
		if (this.code == null) {
			return Meaning.UNAVAILABLE;
		}
		return switch (this.code) {
			case 1, 2, 8, 10 -> Meaning.MISSPOKEN;
			case 4, 5 -> Meaning.UNAVAILABLE;
			case 6, 7, 13, 17 -> Meaning.CREDENTIAL_BAD;
			case 14 -> Meaning.THROTTLED;
			case 201, 223, 301 -> Meaning.SET_UP_WRONGLY;
			default -> Meaning.REFUSED;
		};
	}

	/**
	 * What a code is for us: section 3 of what is known of RunSignup's API.
	 */
	enum Meaning {

		/** The call itself is at fault: ours to mend. */
		MISSPOKEN,
		/** Later it may go well. */
		UNAVAILABLE,
		/** The credential does not work. */
		CREDENTIAL_BAD,
		/** Too many calls. */
		THROTTLED,
		/** The race or the event is not what RunSignup knows. */
		SET_UP_WRONGLY,
		/** What was asked or sent is refused; a person must look. */
		REFUSED

	}

}
