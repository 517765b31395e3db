package io.selftimed.sandbox.api;

/**
 * Ends a call with one of RunSignup's errors; nothing of the call is kept. Its words
 * never repeat what was sent.
 */
final class CallError extends RuntimeException {

	private static final int OK = 200;

	private final int status;

	private final int code;

	private CallError(int status, int code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	/** The HTTP status it comes with; nearly always 200. */
	int status() {
		return this.status;
	}

	int code() {
		return this.code;
	}

	String words() {
		return String.valueOf(getMessage());
	}

	static CallError of(int status, int code, String message) {
		return new CallError(status, code, message);
	}

	static CallError unknownMethod() {
		return new CallError(OK, 1, "Unknown method.");
	}

	static CallError wrongMethod() {
		return new CallError(OK, 2, "Wrong HTTP method.");
	}

	static CallError invalidParameters(String what) {
		return new CallError(OK, 3, "Invalid parameters. " + what);
	}

	static CallError databaseError() {
		return new CallError(OK, 5, "Database error.");
	}

	static CallError keyAuthenticationFailed() {
		return new CallError(OK, 6, "Key authentication failed.");
	}

	static CallError permissionDenied() {
		return new CallError(OK, 7, "Permission denied.");
	}

	static CallError invalidSubmission() {
		return new CallError(OK, 9, "Invalid submission.");
	}

	static CallError formatNotSupported() {
		return new CallError(OK, 10, "Format not supported.");
	}

	static CallError tooManyCalls() {
		return new CallError(OK, 14, "Too many concurrent requests.");
	}

	static CallError invalidId(String what) {
		return new CallError(OK, 15, "Invalid ID. " + what);
	}

	/** A wrong caller registration; seen with HTTP 400. */
	static CallError invalidRegistration() {
		return new CallError(400, 17, "Invalid API caller registration.");
	}

	static CallError bibInvalid() {
		return new CallError(OK, 115, "Bib number is invalid.");
	}

	static CallError raceNotFound() {
		return new CallError(OK, 201, "Race not found.");
	}

	static CallError eventNotFound() {
		return new CallError(OK, 301, "Event not found.");
	}

}
