package io.selftimed.sandbox.api;

/**
 * A call that does not exist, or not with that HTTP method.
 *
 * @param name the name of the call, if only the method is wrong
 * @param error what to say
 */
record NoOperation(String name, CallError error) implements Operation {

	@Override
	public String method() {
		return "";
	}

	@Override
	public String path() {
		return "";
	}

	@Override
	public boolean needsKey() {
		return false;
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		throw this.error;
	}

}
