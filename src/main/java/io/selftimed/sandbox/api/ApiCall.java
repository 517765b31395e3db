package io.selftimed.sandbox.api;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A call as it came in.
 *
 * @param method the HTTP method
 * @param path the path below {@code /rest}, as it travelled
 * @param query the query's parameters
 * @param form the form's fields
 * @param headers the headers that RunSignup looks at, by their names in lower case
 * @param variables what the path says, by the names of the contract
 * @param badItem which item counts as bad, null if none does
 */
record ApiCall(String method, String path, Map<String, String> query, Map<String, String> form,
		Map<String, String> headers, Map<String, String> variables, @Nullable BadItem badItem) {

	static final String SECRET = "x-rsu-api-secret";

	static final String REGISTRATION_SECRET = "x-rsu-api-reg-secret";

	static final String AUTHORIZATION = "authorization";

	ApiCall(String method, String path, Map<String, String> query, Map<String, String> form,
			Map<String, String> headers) {
		this(method, path, query, form, headers, Map.of(), null);
	}

	/** The same, its path understood. */
	ApiCall at(Map<String, String> variables) {
		return new ApiCall(this.method, this.path, this.query, this.form, this.headers, variables, this.badItem);
	}

	/** The same with a bad item. */
	ApiCall with(BadItem badItem) {
		return new ApiCall(this.method, this.path, this.query, this.form, this.headers, this.variables, badItem);
	}

	/** The id of that name in the path, the query or the form, empty if there is none. */
	Optional<Long> id(String name) {
		String said = this.variables.getOrDefault(name, this.query.getOrDefault(name, this.form.get(name)));
		return (said != null) ? number(said) : Optional.empty();
	}

	/** What an id is, empty if it is none. */
	static Optional<Long> number(String digits) {
		return digits.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
	}

	/** Hides the secrets. */
	@Override
	public String toString() {
		return "ApiCall[" + this.method + "]";
	}

}
