package io.selftimed.race;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.selftimed.race.Verdict.Refused;
import org.jspecify.annotations.Nullable;

/**
 * An event as somebody opens it; its rules begin as the safest ones and are edited later.
 *
 * @param eventId RunSignup's id, null if it could not be read
 * @param name its name for people
 * @param slug its name in addresses
 * @param distance the distance, null if each runner goes their own
 * @param opensAt the first moment that takes results, null if it could not be read
 * @param closesAt the first moment after, null if it could not be read
 */
public record NewEvent(@Nullable Long eventId, String name, String slug, Event.@Nullable Distance distance,
		@Nullable Instant opensAt, @Nullable Instant closesAt) {

	private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");

	private static final int NAME = 200;

	private static final int SLUG_LENGTH = 60;

	/** What stands against it, each at its field; empty if it can be opened. */
	public List<Refused> refusals() {
		List<Refused> refusals = new ArrayList<>();
		if (this.eventId == null || this.eventId <= 0) {
			refusals.add(RaceProfile.refused("eventId", "organizer.refusal.eventId"));
		}
		if (this.name.isBlank() || this.name.length() > NAME || RaceProfile.unkept(this.name)) {
			refusals.add(RaceProfile.refused("name", "organizer.refusal.name", String.valueOf(NAME)));
		}
		if (!isSlug(this.slug)) {
			refusals.add(RaceProfile.refused("slug", "organizer.refusal.slug"));
		}
		refuseWindow(refusals, this.opensAt, this.closesAt);
		return refusals;
	}

	/** What stands against a window. */
	static void refuseWindow(List<Refused> refusals, @Nullable Instant opensAt, @Nullable Instant closesAt) {
		if (opensAt == null) {
			refusals.add(RaceProfile.refused("opens", "organizer.refusal.opens"));
		}
		if (closesAt == null) {
			refusals.add(RaceProfile.refused("closes", "organizer.refusal.closes"));
		}
		if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
			refusals.add(RaceProfile.refused("closes", "organizer.refusal.closes.order"));
		}
	}

	/** Whether this can be a name in addresses: small letters, digits and hyphens. */
	public static boolean isSlug(String slug) {
		return SLUG.matcher(slug).matches();
	}

	/** A name in addresses made of a name for people. */
	public static String slugOf(String name) {
		String slug = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.replaceAll("\\p{M}+", "")
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-+|-+$", "");
		return (slug.length() > SLUG_LENGTH - 4) ? slug.substring(0, SLUG_LENGTH - 4).replaceAll("-+$", "")
				: slug.isEmpty() ? "event" : slug;
	}

}
