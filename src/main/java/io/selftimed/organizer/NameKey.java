package io.selftimed.organizer;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as it is searched for: small letters without accents, spaces, hyphens, dots and
 * apostrophes, as the database keeps them in {@code participant.name_key}.
 */
public final class NameKey {

	private NameKey() {
	}

	/** The key of a name as typed. */
	public static String of(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD)
			.replaceAll("[\\p{M} \\-.'’`´]", "")
			.toLowerCase(Locale.ROOT)
			.replace('ø', 'o')
			.replace('ł', 'l')
			.replace('đ', 'd')
			.replace('ð', 'd')
			.replace('ı', 'i');
	}

}
