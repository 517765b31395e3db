package io.selftimed.notification;

import java.time.Instant;

/**
 * A mail that somebody has taken to send. Holds an address: never logged.
 *
 * @param id our id
 * @param tries how many tries there were, this one included; marks who holds it
 * @param recipient the address it goes to
 * @param letter what it says
 * @param createdAt when it was written
 * @param messageId its id on the way, the same with every try
 */
record Mail(long id, int tries, String recipient, Letter letter, Instant createdAt, String messageId) {

	/** The id alone, so that no log holds an address. */
	@Override
	public String toString() {
		return "mail " + this.id;
	}

}
