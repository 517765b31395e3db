package io.selftimed.organizer.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.selftimed.organizer.typed.TypedDistance;
import io.selftimed.organizer.typed.TypedMoment;
import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.EventRules;
import io.selftimed.race.Outcome;
import io.selftimed.race.RaceProfile;
import io.selftimed.race.Verdict.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads the boxes of the rules, and fills them.
 */
final class RulesForm {

	private static final Pattern TIME = Pattern.compile("(?:([0-9]{1,3}):)?([0-5]?[0-9]):([0-5][0-9])(?:[.,]([0-9]))?");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:[.,][0-9]{1,2})?");

	private final Map<String, String> typed;

	private final EventRules before;

	private final List<Refused> unread = new ArrayList<>();

	private final EventRules rules;

	/**
	 * Reads what was typed.
	 * @param before stands in where something could not be read
	 */
	RulesForm(Map<String, String> typed, EventRules before) {
		this.typed = typed;
		this.before = before;
		this.rules = read();
	}

	/** The rules, as far as they could be read. */
	EventRules rules() {
		return this.rules;
	}

	/** What stands against them, one sentence a field. */
	List<Refused> refusals() {
		Map<String, Refused> refusals = new LinkedHashMap<>();
		this.unread.forEach((refusal) -> refusals.put(refusal.field(), refusal));
		this.rules.refusals().forEach((refusal) -> refusals.putIfAbsent(refusal.field(), refusal));
		return List.copyOf(refusals.values());
	}

	private EventRules read() {
		ZoneId zone = zone();
		String label = value("tallyLabel");
		if (label.length() > 40) {
			refuse("tallyLabel", "organizer.refusal.tallyLabel.length");
		}
		return new EventRules(value("name"), distance(),
				new EventRules.Window(zone, TypedMoment.of(value("opens"), zone),
						TypedMoment.of(value("closes"), zone)),
				outcomes(), constant("elevation", Event.Elevation.class, this.before.elevation()),
				new EventRules.Tally(label.isEmpty() ? null : label,
						new Event.TallyLimits(number("tallyLeast"), number("tallyMost"))),
				trust(), limits(zone), delivery(), value("notes").isEmpty() ? null : value("notes"),
				value("contact").isEmpty() ? null : value("contact"));
	}

	private Event.Trust trust() {
		return new Event.Trust(constant("identity", Event.Identity.class, this.before.trust().identity()),
				constant("strangerCorrection", Event.StrangerCorrection.class,
						this.before.trust().strangerCorrection()),
				constant("review", Event.Review.class, this.before.trust().review()));
	}

	private Event.Limits limits(ZoneId zone) {
		String typedEnd = value("correctionsUntil");
		Instant end = TypedMoment.of(typedEnd, zone);
		if (end == null && !typedEnd.isEmpty()) {
			refuse("correctionsUntil", "organizer.refusal.moment");
		}
		return new Event.Limits(time("fastest"), time("slowest"), end);
	}

	private EventRules.Delivery delivery() {
		String seconds = value("settleDelay");
		boolean whole = seconds.matches("[0-9]{1,9}");
		if (!seconds.isEmpty() && !whole) {
			refuse("settleDelay", "organizer.refusal.settleDelay");
		}
		String set = value("resultSet");
		boolean named = set.matches("[1-9][0-9]{0,17}");
		if (!set.isEmpty() && !named) {
			refuse("resultSet", "organizer.refusal.resultSet");
		}
		Outcome withdrawal = constant("withdrawalOutcome", Outcome.class, this.before.delivery().withdrawalOutcome());
		return new EventRules.Delivery(whole ? Duration.ofSeconds(Long.parseLong(seconds)) : null,
				Set.of(Outcome.DNS, Outcome.DNF, Outcome.DQ).contains(withdrawal) ? withdrawal : Outcome.DNS,
				named ? Long.valueOf(set) : null);
	}

	private ZoneId zone() {
		if (RaceProfile.isZone(value("zone"))) {
			return ZoneId.of(value("zone"));
		}
		refuse("zone", "organizer.refusal.zone");
		return this.before.window().zone();
	}

	private Event.@Nullable Distance distance() {
		String text = value("distance");
		Event.Distance distance = TypedDistance.of(text).orElse(null);
		if (distance == null && !text.isEmpty()) {
			refuse("distance", "organizer.refusal.distance");
		}
		return distance;
	}

	private Set<Outcome> outcomes() {
		Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
		Arrays.stream(RulesPage.OUTCOMES)
			.filter((outcome) -> Arrays.asList(value("outcomes").split(",")).contains(outcome.name()))
			.forEach(outcomes::add);
		return outcomes;
	}

	private @Nullable ClockTime time(String field) {
		String text = value(field);
		Matcher parts = TIME.matcher(text);
		if (!parts.matches()) {
			return text.isEmpty() ? null : refuse(field, "organizer.refusal.clockTime");
		}
		long hours = (parts.group(1) != null) ? Long.parseLong(parts.group(1)) : 0;
		long tenths = Long.parseLong(parts.group(3)) * 10
				+ ((parts.group(4) != null) ? Long.parseLong(parts.group(4)) : 0);
		long minutes = Long.parseLong(parts.group(2));
		return (hours + minutes + tenths > 0) ? ClockTime.of(hours, minutes, tenths)
				: refuse(field, "organizer.refusal.clockTime");
	}

	private @Nullable BigDecimal number(String field) {
		String text = value(field);
		return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.'))
				: text.isEmpty() ? null : refuse(field, "organizer.refusal.number");
	}

	private <E extends Enum<E>> E constant(String field, Class<E> type, E otherwise) {
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> constant.name().equals(value(field)))
			.findFirst()
			.orElse(otherwise);
	}

	private <T> @Nullable T refuse(String field, String message) {
		this.unread.add(new Refused(field, message, List.of()));
		return null;
	}

	private String value(String field) {
		return this.typed.getOrDefault(field, "").strip();
	}

	/** Rules as they stand in the boxes. */
	static Map<String, String> typed(EventRules rules) {
		Map<String, String> typed = new LinkedHashMap<>();
		ZoneId zone = rules.window().zone();
		Event.Distance distance = rules.distance();
		typed.put("name", rules.name());
		typed.put("zone", zone.getId());
		typed.put("opens", TypedMoment.text(rules.window().opensAt(), zone));
		typed.put("closes", TypedMoment.text(rules.window().closesAt(), zone));
		typed.put("distance", (distance != null) ? TypedDistance.text(distance) : "");
		typed.put("outcomes", rules.outcomes().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
		typed.put("elevation", rules.elevation().name());
		typed.put("tallyLabel", text(rules.tally().label()));
		typed.put("tallyLeast", text(rules.tally().limits().least()));
		typed.put("tallyMost", text(rules.tally().limits().most()));
		typed.put("fastest", text(rules.limits().fastest()));
		typed.put("slowest", text(rules.limits().slowest()));
		typed.put("notes", text(rules.notes()));
		typed.put("contact", text(rules.contact()));
		typed.put("identity", rules.trust().identity().name());
		typed.put("strangerCorrection", rules.trust().strangerCorrection().name());
		typed.put("review", rules.trust().review().name());
		typed.put("correctionsUntil", TypedMoment.text(rules.limits().correctionsUntil(), zone));
		Duration settle = rules.delivery().settleDelay();
		typed.put("settleDelay", (settle != null) ? String.valueOf(settle.toSeconds()) : "");
		typed.put("withdrawalOutcome", rules.delivery().withdrawalOutcome().name());
		typed.put("resultSet", text(rules.delivery().individualResultSetId()));
		return typed;
	}

	private static String text(@Nullable Object value) {
		return (value == null) ? ""
				: (value instanceof BigDecimal number) ? number.stripTrailingZeros().toPlainString() : value.toString();
	}

}
