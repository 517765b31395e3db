package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * One request to RunSignup, without credentials.
 *
 * @param method GET or POST
 * @param path the path below RunSignup's address, with its query
 * @param form the encoded fields, null if there is no body
 * @param format in what the answer is wanted
 */
record Call(HttpMethod method, String path, @Nullable String form, Format format) {

	/** Asks for something, in JSON. */
	static Call get(String path) {
		return new Call(HttpMethod.GET, path, null, Format.JSON);
	}

	/** Posts a form. */
	static Call post(String path, String form, Format format) {
		return new Call(HttpMethod.POST, path, form, format);
	}

}
