package io.selftimed.race;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.race.Verdict.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a race says of itself, as an owner words it, not yet judged.
 *
 * @param name its name for people
 * @param zone the name of the time zone of its clocks
 * @param contact whom a runner asks: an address or a phone number
 * @param privacyNotice its own words about privacy, null for the common ones
 */
public record RaceProfile(String name, String zone, String contact, @Nullable String privacyNotice) {

	private static final int NAME = 200;

	private static final int NOTICE = 2000;

	/** The same with nothing around its words. */
	public RaceProfile {
		name = name.strip();
		zone = zone.strip();
		contact = contact.strip();
		privacyNotice = (privacyNotice == null || privacyNotice.isBlank()) ? null : privacyNotice.strip();
	}

	/** What stands against it, each at its field; empty if it can be kept. */
	public List<Refused> refusals() {
		List<Refused> refusals = new ArrayList<>();
		demand(refusals, "name", this.name);
		demand(refusals, "contact", this.contact);
		if (!isZone(this.zone)) {
			refusals.add(refused("zone", "organizer.refusal.zone"));
		}
		if (this.privacyNotice != null && (this.privacyNotice.length() > NOTICE || unkept(this.privacyNotice))) {
			refusals.add(refused("privacyNotice", "organizer.refusal.words", String.valueOf(NOTICE)));
		}
		return refusals;
	}

	private static void demand(List<Refused> refusals, String field, String words) {
		if (words.isEmpty() || words.length() > NAME || unkept(words)) {
			refusals.add(refused(field, "organizer.refusal." + field, String.valueOf(NAME)));
		}
	}

	/** Whether a text has a character that no database keeps. */
	static boolean unkept(String text) {
		return text.indexOf('\0') >= 0;
	}

	/** Whether this is the name of a time zone, such as {@code Europe/Berlin}. */
	public static boolean isZone(String name) {
		try {
			return name.length() <= 60 && ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	static Refused refused(String field, String message, Object... arguments) {
		return new Refused(field, message, List.of(arguments));
	}

}
