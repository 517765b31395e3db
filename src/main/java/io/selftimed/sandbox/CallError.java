package io.selftimed.sandbox;

/**
 * Ends a call with one of RunSignup's errors; nothing of the call is kept.
 */
final class CallError extends RuntimeException {

	private final int code;

	private CallError(int code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	int code() {
		return this.code;
	}

	static CallError unknownMethod() {
		return new CallError(1, "Unknown method.");
	}

	static CallError wrongMethod() {
		return new CallError(2, "Wrong HTTP method.");
	}

	static CallError invalidParameters(String what) {
		return new CallError(3, "Invalid parameters. " + what);
	}

	static CallError keyAuthenticationFailed() {
		return new CallError(6, "Key authentication failed.");
	}

	static CallError databaseError() {
		return new CallError(5, "Database error.");
	}

	static CallError formatNotSupported(String format) {
		return new CallError(10,
				format.equals("xml") ? "XML comes with the next version of this simulator." : "Format not supported.");
	}

	static CallError invalidId(String what) {
		return new CallError(15, "Invalid ID. " + what);
	}

	static CallError bibInvalid() {
		return new CallError(115, "Bib number is invalid.");
	}

	static CallError raceNotFound() {
		return new CallError(201, "Race not found.");
	}

	static CallError eventNotFound() {
		return new CallError(301, "Event not found.");
	}

}
