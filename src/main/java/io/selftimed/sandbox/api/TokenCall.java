package io.selftimed.sandbox.api;

import io.selftimed.sandbox.fault.Reply;

/**
 * A call that gives tokens: it needs no key, and as OAuth has it, its error is a word.
 */
interface TokenCall extends VersionTwo {

	@Override
	default String method() {
		return "POST";
	}

	@Override
	default boolean needsKey() {
		return false;
	}

	@Override
	default Reply refuse(ApiCall call, CallError error) {
		return new ApiAnswer(error.status(), "error", ApiAnswer.object().put("error", error.words())).in(Format.JSON);
	}

}
