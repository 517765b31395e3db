package io.selftimed.sandbox.api;

import io.selftimed.sandbox.fault.Reply;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of RunSignup's second version: always JSON, and its errors are a string beside
 * details.
 */
interface VersionTwo extends Operation {

	@Override
	default Format format(ApiCall call) {
		return Format.JSON;
	}

	@Override
	default Reply refuse(ApiCall call, CallError error) {
		ObjectNode tree = ApiAnswer.object().put("error", error.words());
		tree.putArray("details").addObject().put("code", error.code()).put("message", error.words());
		return new ApiAnswer(error.status(), "error", tree).in(Format.JSON);
	}

}
