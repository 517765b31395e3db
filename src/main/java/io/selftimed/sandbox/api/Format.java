package io.selftimed.sandbox.api;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * In what a request or an answer is written. RunSignup takes XML where nobody says.
 */
enum Format {

	JSON("application/json"), XML("application/xml");

	private final String contentType;

	Format(String contentType) {
		this.contentType = contentType;
	}

	String contentType() {
		return this.contentType;
	}

	/** The format of a name, XML if there is none, empty if there is no such format. */
	static Optional<Format> find(@Nullable String name) {
		if (name == null || name.equals("xml")) {
			return Optional.of(XML);
		}
		return name.equals("json") ? Optional.of(JSON) : Optional.empty();
	}

	/**
	 * The format of a name, XML if there is none.
	 * @throws CallError if there is no such format
	 */
	static Format of(@Nullable String name) {
		return find(name).orElseThrow(CallError::formatNotSupported);
	}

}
