package io.selftimed.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends one mail: takes it, hands it over outside any transaction, and writes down what
 * came of it. A mail server that is away delays mails and loses none.
 */
@Component
class Postman {

	private static final Logger logger = LoggerFactory.getLogger(Postman.class);

	private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

	private static final Duration LONGEST_WAIT = Duration.ofHours(1);

	private final Mails mails;

	private final MailServer server;

	private final InstantSource time;

	Postman(Mails mails, MailServer server, InstantSource time) {
		this.mails = mails;
		this.server = server;
		this.time = time;
	}

	/**
	 * Sends the mail that is due longest, if any is.
	 * @return whether a mail was sent, so that the next may be tried at once
	 */
	boolean sendOne() {
		if (!this.server.isThere()) {
			return false;
		}
		Optional<Mail> mail = this.mails.take();
		return mail.isPresent() && send(mail.get());
	}

	private boolean send(Mail mail) {
		try {
			this.server.send(mail);
		}
		catch (MailException ex) {
			postpone(mail, ex);
			return false;
		}
		this.mails.sent(mail);
		return true;
	}

	/** The log holds no address: a server's words may. */
	private void postpone(Mail mail, MailException ex) {
		Instant next = this.time.instant().plus(wait(mail.tries()));
		String error = ex.getMostSpecificCause().toString();
		if (next.isAfter(mail.createdAt().plus(GIVEN_UP_AFTER))) {
			logger.warn("{} could not be sent for three days and is given up ({})", mail, kind(ex));
			this.mails.giveUp(mail, error);
		}
		else {
			logger.info("{} could not be sent and is tried again ({})", mail, kind(ex));
			this.mails.delay(mail, next, error);
		}
	}

	private static String kind(MailException ex) {
		return ex.getMostSpecificCause().getClass().getSimpleName();
	}

	/** A minute, doubling up to an hour. */
	private static Duration wait(int tries) {
		Duration wait = Duration.ofMinutes(1L << Math.min(tries - 1, 10));
		return (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
	}

}
