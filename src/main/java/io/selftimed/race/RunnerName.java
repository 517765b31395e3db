package io.selftimed.race;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Last names as people type them: equal without regard to case, accents, spaces, hyphens
 * and apostrophes.
 */
public final class RunnerName {

	/** Longer ones are on no roster; taking them apart would only cost time. */
	private static final int LONGEST = 100;

	private RunnerName() {
	}

	/**
	 * Whether two spellings are the same name. An empty name equals none, nor does one of
	 * more than 100 characters.
	 */
	public static boolean same(String one, String other) {
		if (one.length() > LONGEST || other.length() > LONGEST) {
			return false;
		}
		String key = key(one);
		return !key.isEmpty() && key.equals(key(other));
	}

	private static String key(String name) {
		StringBuilder key = new StringBuilder();
		String folded = Normalizer.normalize(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT),
				Normalizer.Form.NFKD);
		folded.codePoints().filter(Character::isLetterOrDigit).forEach((letter) -> key.append(plain(letter)));
		return key.toString();
	}

	/** Letters that Unicode does not take apart, as people without them type them. */
	private static String plain(int letter) {
		return switch (letter) {
			case 'ø' -> "o";
			case 'ł' -> "l";
			case 'đ', 'ð' -> "d";
			case 'ħ' -> "h";
			case 'ŧ' -> "t";
			case 'ı' -> "i";
			case 'æ' -> "ae";
			case 'œ' -> "oe";
			case 'þ' -> "th";
			default -> Character.toString(letter);
		};
	}

}
