package io.selftimed.organizer.submissions;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as it is searched for: small letters without accents, spaces, hyphens, dots and
 * apostrophes, as the database keeps them in {@code participant.name_key}.
 */
final class NameKey {

	private NameKey() {
	}

	static String of(String name) {
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
