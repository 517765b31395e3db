package io.selftimed.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.security.KeyedHash;

import org.springframework.stereotype.Component;

/**
 * What the form carries after an e-mail link: who came through it, for which event and
 * until when, under a key of ours, so that the form needs no session. Names nobody.
 */
@Component
class IdentityProof {

	/** Long enough to come home and look the time up. */
	static final Duration VALID = Duration.ofHours(2);

	private static final String PURPOSE = "identity";

	private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

	private final KeyedHash hash;

	private final InstantSource clock;

	IdentityProof(KeyedHash hash, InstantSource clock) {
		this.hash = hash;
		this.clock = clock;
	}

	/** A proof for a participant of an event, valid from now on for {@link #VALID}. */
	String of(long eventId, long participantId) {
		String until = String.valueOf(this.clock.instant().plus(VALID).getEpochSecond());
		byte[] mac = this.hash.of(PURPOSE, message(eventId, String.valueOf(participantId), until));
		return participantId + "." + until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
	}

	/**
	 * Whom a proof is for. Only the present secret key counts, as with {@link Vouchers}.
	 * @param eventId the event it has to be for
	 * @param proof what the form carried
	 * @return our id of the participant, empty if it is forged, over or for another event
	 */
	Optional<Long> read(long eventId, String proof) {
		Matcher parts = SHAPE.matcher(proof);
		if (!parts.matches()) {
			return Optional.empty();
		}
		byte[] mac = Base64.getUrlDecoder().decode(parts.group(3));
		boolean genuine = MessageDigest.isEqual(this.hash.of(PURPOSE, message(eventId, parts.group(1), parts.group(2))),
				mac);
		Instant until = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
		return (genuine && this.clock.instant().isBefore(until)) ? Optional.of(Long.valueOf(parts.group(1)))
				: Optional.empty();
	}

	private static byte[] message(long eventId, String participant, String until) {
		return (eventId + ":" + participant + ":" + until).getBytes(StandardCharsets.UTF_8);
	}

}
