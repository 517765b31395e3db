package io.selftimed.sandbox.api;

import io.selftimed.sandbox.fault.Reply;

/**
 * One of RunSignup's calls.
 */
interface Operation {

	/** Its name on the console and in faults. */
	String name();

	/** Its HTTP method. */
	String method();

	/** Its path below {@code /rest}, with variables in braces. */
	String path();

	/** Whether it demands a credential. */
	default boolean needsKey() {
		return true;
	}

	/**
	 * Answers a call; what it brought is kept before.
	 * @throws CallError if a rule stands against it
	 */
	ApiAnswer answer(ApiCall call);

	/**
	 * In what it answers.
	 * @throws CallError if it cannot answer in what was asked for
	 */
	default Format format(ApiCall call) {
		return Format.of(call.query().get("format"));
	}

	/** Says no. */
	default Reply refuse(ApiCall call, CallError error) {
		return ApiAnswer.error(error).in(Format.find(call.query().get("format")).orElse(Format.XML));
	}

}
