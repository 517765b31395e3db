package io.selftimed.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * How moments, times and distances read on pages, in the language of whoever asks for the
 * page. All words come from messages.properties and its translations.
 */
@Component
public class Wording {

	private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);

	private static final long KILOMETRE = 1_000_000;

	private static final long MILE = 1_609_344;

	private final MessageSource messages;

	private final Supplier<Locale> reader;

	@Autowired
	Wording(MessageSource messages) {
		this(messages, Languages::current);
	}

	private Wording(MessageSource messages, Supplier<Locale> reader) {
		this.messages = messages;
		this.reader = reader;
	}

	/**
	 * The same for a reader who is not asking right now, such as that of an e-mail.
	 * @param language one of {@link Languages#codes()}
	 */
	public Wording in(String language) {
		Locale locale = Languages.of(language);
		return new Wording(this.messages, () -> locale);
	}

	/**
	 * A sentence.
	 * @param key its key in messages.properties
	 * @param arguments what it names, as it reads
	 */
	public String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.reader.get());
	}

	/**
	 * A sentence that may name fields.
	 * @param key its key in messages.properties
	 * @param arguments what it names: the name of a field stands for its label, a moment
	 * reads as {@link #momentWithZone}, all else stands for itself
	 */
	public String sayOfFields(String key, List<Object> arguments) {
		return say(key, arguments.stream().map(this::named).toArray());
	}

	private Object named(Object argument) {
		return switch (argument) {
			case ZonedDateTime moment -> momentWithZone(moment.toInstant(), moment.getZone());
			case String text -> new DefaultMessageSourceResolvable(new String[] { "field." + text }, text);
			default -> argument;
		};
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
	 * A distance, such as {@code 21.0975 km}, in America with about how many miles it is,
	 * or {@code 1.5 miles} if it is whole or half ones.
	 * @param millimetres the distance, null if each runner goes their own
	 */
	public String distance(@Nullable Long millimetres) {
		if (millimetres == null) {
			return say("distance.own");
		}
		if (!isOfHalfMiles(millimetres)) {
			String kilometres = number(BigDecimal.valueOf(millimetres, 6));
			return isAmerican() ? say("distance.both", kilometres, number(miles(millimetres)))
					: say("distance.km", kilometres);
		}
		return (millimetres == MILE) ? say("distance.mile.one")
				: say("distance.mile.many", number(BigDecimal.valueOf(millimetres / (MILE / 2) * 5, 1)));
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
	 * A pace per kilometre or mile, such as {@code 4:54 per km}, to the whole second.
	 * @param milliseconds the time
	 * @param millimetres the distance, above 0
	 */
	public String pace(long milliseconds, long millimetres) {
		long seconds = BigDecimal.valueOf(milliseconds)
			.multiply(BigDecimal.valueOf(paceUnit(millimetres)))
			.divide(BigDecimal.valueOf(millimetres).multiply(BigDecimal.valueOf(1000)), 0, RoundingMode.HALF_UP)
			.longValueExact();
		String minutes = (seconds < 3600) ? String.valueOf(seconds / 60)
				: String.format(Locale.ROOT, "%d:%02d", seconds / 3600, seconds / 60 % 60);
		return paceOf(minutes + String.format(Locale.ROOT, ":%02d", seconds % 60), millimetres);
	}

	/**
	 * What a pace is for: a mile for American readers and on a course of whole or half
	 * miles, else a kilometre.
	 * @param millimetres the distance
	 * @return its length in millimetres
	 */
	public long paceUnit(long millimetres) {
		return (isOfHalfMiles(millimetres) || isAmerican()) ? MILE : KILOMETRE;
	}

	/**
	 * How a pace reads, such as {@code 4:54 per km}.
	 * @param time the time for one {@linkplain #paceUnit unit}
	 * @param millimetres the distance
	 */
	public String paceOf(String time, long millimetres) {
		return say((paceUnit(millimetres) == MILE) ? "pace.mile" : "pace.km", time);
	}

	private boolean isAmerican() {
		return Locale.US.getCountry().equals(this.reader.get().getCountry());
	}

	private static BigDecimal miles(long millimetres) {
		return BigDecimal.valueOf(millimetres).divide(BigDecimal.valueOf(MILE), 1, RoundingMode.HALF_UP);
	}

	private static boolean isOfHalfMiles(long millimetres) {
		return millimetres % (MILE / 2) == 0;
	}

	private String part(String unit, long tenths) {
		if (tenths == 0) {
			return "";
		}
		return say("duration." + unit + ((tenths == 10) ? ".one" : ".many"), number(BigDecimal.valueOf(tenths, 1)));
	}

	/** A number with the reader's own decimal sign, without groups and trailing zeros. */
	public String number(BigDecimal number) {
		char sign = DecimalFormatSymbols.getInstance(this.reader.get()).getDecimalSeparator();
		return number.stripTrailingZeros().toPlainString().replace('.', sign);
	}

	private String in(String pattern, Instant moment, ZoneId zone) {
		return DateTimeFormatter.ofPattern(say(pattern), this.reader.get()).format(moment.atZone(zone));
	}

}
