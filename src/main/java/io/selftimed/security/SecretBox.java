package io.selftimed.security;

/**
 * Encrypts secrets for the database, so that whoever reads the database alone reads none
 * of them. A secret is bound to its place: moved elsewhere it cannot be read.
 */
public interface SecretBox {

	/**
	 * Encrypts a secret under the current secret key.
	 * @param place where the text will stand, such as table, row and column
	 * @param secret any text
	 * @return {@code v1:<key id>:<base64>}, other each time
	 */
	String seal(String place, String secret);

	/**
	 * Decrypts a secret, under the current secret key or an earlier one.
	 * @param place where the text stands
	 * @param sealed any text
	 * @return the secret, or that it cannot be read; never throws for what stands in the
	 * text
	 */
	Opened open(String place, String sealed);

	/**
	 * What came of opening.
	 */
	sealed interface Opened {

		/**
		 * The secret. Its text never shows it.
		 *
		 * @param secret what was sealed
		 * @param underCurrentKey false if it should be sealed again, under the current
		 * key
		 */
		record Readable(String secret, boolean underCurrentKey) implements Opened {

			@Override
			public String toString() {
				return "Readable[secret=****, underCurrentKey=" + this.underCurrentKey + "]";
			}

		}

		/** Sealed under a key that is lost, for another place, or never sealed by us. */
		record Unreadable() implements Opened {
		}

	}

}
