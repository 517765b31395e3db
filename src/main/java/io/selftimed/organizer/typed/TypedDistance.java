package io.selftimed.organizer.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.race.Event;

/**
 * Reads a distance as people and RunSignup write it: {@code 5K}, {@code 13.1 miles},
 * {@code half marathon}.
 */
public final class TypedDistance {

	private static final Pattern DISTANCE = Pattern.compile("([0-9]{1,6}(?:[.,][0-9]{1,6})?)\\s*([a-z]+)");

	private static final BigDecimal LONGEST = new BigDecimal("10000000000");

	private TypedDistance() {
	}

	/** The distance, empty if it cannot be read. */
	public static Optional<Event.Distance> of(String typed) {
		String text = typed.strip().toLowerCase(Locale.ROOT);
		if (text.equals("marathon")) {
			return Optional.of(new Event.Distance(42_195_000));
		}
		if (text.equals("half marathon")) {
			return Optional.of(new Event.Distance(21_097_500));
		}
		Matcher parts = DISTANCE.matcher(text);
		return parts.matches() ? of(new BigDecimal(parts.group(1).replace(',', '.')), parts.group(2))
				: Optional.empty();
	}

	private static Optional<Event.Distance> of(BigDecimal number, String unit) {
		String factor = switch (unit) {
			case "k", "km", "kilometer", "kilometers", "kilometre", "kilometres" -> "1000000";
			case "mi", "mile", "miles" -> "1609344";
			case "m", "meter", "meters", "metre", "metres" -> "1000";
			default -> "0";
		};
		BigDecimal millimetres = number.multiply(new BigDecimal(factor)).setScale(0, RoundingMode.HALF_UP);
		return (millimetres.signum() > 0 && millimetres.compareTo(LONGEST) <= 0)
				? Optional.of(new Event.Distance(millimetres.longValueExact())) : Optional.empty();
	}

	/** How a distance goes into the box. */
	public static String text(Event.Distance distance) {
		return distance.kilometres().toPlainString() + " km";
	}

}
