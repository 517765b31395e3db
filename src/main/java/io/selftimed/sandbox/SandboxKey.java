package io.selftimed.sandbox;

import java.util.Map;
import java.util.Optional;

/**
 * The key {@code sandbox} with the secret {@code sandbox}, in every kind of credential.
 */
enum SandboxKey {

	API_KEY {
		@Override
		boolean opens(UserResultsCall call) {
			return isSandbox(call.query(), "api_key") && isSandbox(call.query(), "api_secret");
		}
	},
	TEMPORARY {
		@Override
		boolean opens(UserResultsCall call) {
			return isSandbox(call.query(), "tmp_key") && isSandbox(call.query(), "tmp_secret");
		}
	},
	API_V2 {
		@Override
		boolean opens(UserResultsCall call) {
			return isSandbox(call.query(), "rsu_api_key") && SANDBOX.equals(call.secretHeader());
		}
	},
	SUPER_PARTNER {
		@Override
		boolean opens(UserResultsCall call) {
			return isSandbox(call.query(), "sp_api_key") && SANDBOX.equals(call.secretHeader());
		}
	},
	OAUTH {
		@Override
		boolean opens(UserResultsCall call) {
			return ("Bearer " + SANDBOX).equals(call.authorization());
		}
	};

	private static final String SANDBOX = "sandbox";

	/** Whether a call carries the right credential of this kind. */
	abstract boolean opens(UserResultsCall call);

	/** The kind of credential that lets a call in, empty if none does. */
	static Optional<SandboxKey> of(UserResultsCall call) {
		for (SandboxKey kind : values()) {
			if (kind.opens(call)) {
				return Optional.of(kind);
			}
		}
		return Optional.empty();
	}

	private static boolean isSandbox(Map<String, String> query, String name) {
		return SANDBOX.equals(query.get(name));
	}

}
