package io.selftimed.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * How moments, times and distances read on pages. All words come from
 * messages.properties.
 */
@Component
public class Wording {

	private static final Locale LOCALE = Locale.ENGLISH;

	private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);

	private final MessageSource messages;

	Wording(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A sentence.
	 * @param key its key in messages.properties
	 * @param arguments what it names, as it reads
	 */
	public String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LOCALE);
	}

	/**
	 * A sentence that may name fields.
	 * @param key its key in messages.properties
	 * @param arguments what it names: the name of a field stands for its label, all else
	 * for itself
	 */
	public String sayOfFields(String key, List<String> arguments) {
		return say(key, arguments.stream()
			.map((argument) -> new DefaultMessageSourceResolvable(new String[] { "field." + argument }, argument))
			.toArray());
	}

	/**
	 * A moment to the second, with the short name of the zone.
	 */
	public String momentToTheSecond(Instant moment, ZoneId zone) {
		return in("moment.second", moment, zone);
	}

	/**
	 * A moment to the minute, with the full name of the zone; twelve hours behind UTC,
	 * where a day ends last, is "anywhere on Earth".
	 */
	public String momentWithZone(Instant moment, ZoneId zone) {
		boolean last = zone.getRules().getOffset(moment).equals(LAST_ON_EARTH);
		return in(last ? "moment.anywhere" : "moment.zone", moment, zone);
	}

	/**
	 * A distance, such as {@code 21.0975 km}.
	 * @param kilometres the distance, null if each runner goes their own
	 */
	public String distance(@Nullable BigDecimal kilometres) {
		return (kilometres != null) ? say("distance.km", kilometres.toPlainString()) : say("distance.own");
	}

	/**
	 * A duration in words, such as {@code 24 minutes 31.5 seconds}; parts of zero are
	 * left out.
	 * @param milliseconds the duration, shown to a tenth of a second
	 */
	public String duration(long milliseconds) {
		long tenths = milliseconds / 100;
		return Stream
			.of(part("hour", tenths / 36_000 * 10), part("minute", tenths / 600 % 60 * 10),
					part("second", tenths % 600))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" "));
	}

	/**
	 * A pace per kilometre, such as {@code 4:54 per km}, to the whole second.
	 * @param milliseconds the time
	 * @param millimetres the distance, above 0
	 */
	public String pace(long milliseconds, long millimetres) {
		long seconds = BigDecimal.valueOf(milliseconds)
			.multiply(BigDecimal.valueOf(1000))
			.divide(BigDecimal.valueOf(millimetres), 0, RoundingMode.HALF_UP)
			.longValueExact();
		String minutes = (seconds < 3600) ? String.valueOf(seconds / 60)
				: String.format(LOCALE, "%d:%02d", seconds / 3600, seconds / 60 % 60);
		return say("pace.km", minutes + String.format(LOCALE, ":%02d", seconds % 60));
	}

	private String part(String unit, long tenths) {
		if (tenths == 0) {
			return "";
		}
		String number = BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
		return say("duration." + unit + ((tenths == 10) ? ".one" : ".many"), number);
	}

	private String in(String pattern, Instant moment, ZoneId zone) {
		return DateTimeFormatter.ofPattern(say(pattern), LOCALE).format(moment.atZone(zone));
	}

}
