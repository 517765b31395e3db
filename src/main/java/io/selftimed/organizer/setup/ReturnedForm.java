package io.selftimed.organizer.setup;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from RunSignup. Its text never shows it.
 *
 * @param state what it was sent with
 * @param code by what RunSignup gives tokens, if somebody let us in
 * @param error why it did not, if nobody did
 */
record ReturnedForm(@Nullable String state, @Nullable String code, @Nullable String error) {

	String typedState() {
		return (this.state != null) ? this.state : "";
	}

	String typedCode() {
		return (this.code != null) ? this.code : "";
	}

	String typedError() {
		return (this.error != null) ? this.error : "";
	}

	/** Whether whoever signed in there said no. */
	boolean isDenied() {
		return typedError().equals("access_denied");
	}

	/** Whether there is something to redeem. */
	boolean hasCode() {
		return typedError().isEmpty() && !typedCode().isBlank();
	}

	@Override
	public String toString() {
		return "ReturnedForm[****]";
	}

}
