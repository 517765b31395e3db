package io.selftimed;

/**
 * Tells whether what is encrypted in a database can be read here, without reading it.
 */
public interface KnownKeys {

	/**
	 * Looks at a text from a database.
	 * @param text any text
	 * @return whether it is encrypted, and if so whether with a key that is configured
	 */
	Answer look(String text);

	/**
	 * What a text is.
	 */
	enum Answer {

		/** Not encrypted by us. */
		NOT_SEALED,
		/** Encrypted with the secret key or a previous one. */
		KEY_KNOWN,
		/** Encrypted with a key that is not configured. */
		KEY_UNKNOWN

	}

}
