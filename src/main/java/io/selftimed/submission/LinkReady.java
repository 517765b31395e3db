package io.selftimed.submission;

/**
 * Somebody asked for a link, and the address is on the roster: it may be sent. Published
 * inside the transaction that makes it. Holds an address: never logged.
 *
 * @param address the e-mail address to send it to
 * @param eventId RunSignup's id of the event
 * @param path the path of the link, a secret
 * @param language the language of whoever asked
 */
public record LinkReady(String address, long eventId, String path, String language) {

	/** The event alone, so that no log holds an address. */
	@Override
	public String toString() {
		return "a link for event " + this.eventId;
	}

}
