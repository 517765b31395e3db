package io.selftimed.sandbox;

/**
 * An error as RunSignup answers it.
 */
class Fault extends RuntimeException {

	private final int code;

	Fault(int code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	int code() {
		return this.code;
	}

}
