package io.selftimed.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.security.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Values that vouch for something for a while, and that nobody else can make, move to
 * something else or prolong. Nothing is stored.
 */
@Component
class Vouchers {

	private static final Pattern SHAPE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

	private final KeyedHash hash;

	private final InstantSource clock;

	Vouchers(KeyedHash hash, InstantSource clock) {
		this.hash = hash;
		this.clock = clock;
	}

	/**
	 * A new value.
	 * @param purpose what it is for; values of different purposes never match
	 * @param subject what it vouches for
	 * @param lasts how long, in whole seconds
	 * @return letters, digits, {@code -}, {@code _} and one dot
	 */
	String issue(String purpose, String subject, Duration lasts) {
		long until = this.clock.instant().plus(lasts).getEpochSecond();
		byte[] mac = this.hash.of(purpose, message(until, subject));
		return until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
	}

	/**
	 * Whether a value was issued for this and has not ended; takes any text. Only the
	 * present secret key counts: whoever has an earlier one must not vouch for anybody,
	 * and who has lost a voucher by a change of keys shows once more who they are.
	 */
	boolean isGood(String purpose, String subject, @Nullable String value) {
		Matcher parts = SHAPE.matcher((value != null) ? value : "");
		if (!parts.matches()) {
			return false;
		}
		long until = Long.parseLong(parts.group(1));
		byte[] mac = Base64.getUrlDecoder().decode(parts.group(2));
		boolean ours = MessageDigest.isEqual(this.hash.of(purpose, message(until, subject)), mac);
		return ours && this.clock.instant().getEpochSecond() < until;
	}

	private static byte[] message(long until, String subject) {
		return (until + ":" + subject).getBytes(StandardCharsets.UTF_8);
	}

}
