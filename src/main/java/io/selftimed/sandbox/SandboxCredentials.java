package io.selftimed.sandbox;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Every kind of credential that RunSignup knows, with the key {@code sandbox} and the
 * secret {@code sandbox}.
 */
final class SandboxCredentials {

	private static final String WORD = "sandbox";

	private SandboxCredentials() {
	}

	/**
	 * Whether a call shows a credential that works.
	 * @param parameter gives a query parameter, null if absent
	 * @param header gives a header, null if absent
	 */
	static boolean work(UnaryOperator<@Nullable String> parameter, UnaryOperator<@Nullable String> header) {
		boolean secretHeader = WORD.equals(header.apply("X-RSU-API-SECRET"));
		return (WORD.equals(parameter.apply("api_key")) && WORD.equals(parameter.apply("api_secret")))
				|| (WORD.equals(parameter.apply("tmp_key")) && WORD.equals(parameter.apply("tmp_secret")))
				|| (WORD.equals(parameter.apply("rsu_api_key")) && secretHeader)
				|| (WORD.equals(parameter.apply("sp_api_key")) && secretHeader)
				|| ("Bearer " + WORD).equals(header.apply("Authorization"));
	}

}
