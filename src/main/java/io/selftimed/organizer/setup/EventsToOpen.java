package io.selftimed.organizer.setup;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.selftimed.organizer.TypedForm;
import io.selftimed.organizer.typed.TypedDistance;
import io.selftimed.organizer.typed.TypedMoment;
import io.selftimed.race.Event;
import io.selftimed.race.EventSetup.Opening;
import io.selftimed.race.NewEvent;
import io.selftimed.race.Verdict.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The events that somebody chose to open, as far as they could be read. Each row of the
 * form has a key, which ends the names of its fields.
 */
final class EventsToOpen {

	private static final Pattern KEY = Pattern.compile("[a-z0-9]{1,18}");

	private final TypedForm form;

	private final Map<String, NewEvent> events = new LinkedHashMap<>();

	private final List<String> opened = new ArrayList<>();

	private final List<Refused> refusals = new ArrayList<>();

	private EventsToOpen(TypedForm form) {
		this.form = form;
	}

	/**
	 * Reads the form.
	 * @param zone the zone of the race, in which moments are typed
	 */
	static EventsToOpen of(TypedForm form, ZoneId zone) {
		EventsToOpen chosen = new EventsToOpen(form);
		for (String key : form.value("row").split(",")) {
			if (KEY.matcher(key).matches() && form.ticked("chosen", key)) {
				chosen.read(key, zone);
			}
		}
		if (chosen.events.isEmpty()) {
			chosen.refusals.add(TypedCredential.refused("form", "organizer.refusal.events"));
		}
		return chosen;
	}

	private void read(String key, ZoneId zone) {
		String distance = typed("distance", key);
		Optional<Event.Distance> read = TypedDistance.of(distance);
		NewEvent event = new NewEvent(number(typed("eventId", key)), typed("name", key), typed("slug", key),
				read.orElse(null), TypedMoment.of(typed("opens", key), zone),
				TypedMoment.of(typed("closes", key), zone));
		this.events.put(key, event);
		event.refusals().forEach((refusal) -> refuse(key, refusal));
		if (!distance.isEmpty() && read.isEmpty()) {
			refuse(key, TypedCredential.refused("distance", "organizer.refusal.distance"));
		}
	}

	private void refuse(String key, Refused refusal) {
		this.refusals.add(new Refused(refusal.field() + "-" + key, refusal.message(), refusal.arguments()));
	}

	private String typed(String field, String key) {
		return this.form.value(field + "-" + key).strip();
	}

	private static @Nullable Long number(String text) {
		return text.matches("[1-9][0-9]{0,17}") ? Long.valueOf(text) : null;
	}

	/** What stands against them, each at its row's field. */
	List<Refused> refusals() {
		return this.refusals;
	}

	/**
	 * Opens them one by one; what stands against one is found among the refusals then.
	 * @param opening opens one
	 * @return how many are open
	 */
	int open(Function<NewEvent, Opening> opening) {
		this.events.forEach((key, event) -> {
			switch (opening.apply(event)) {
				case DONE -> this.opened.add(key);
				case ID_TAKEN -> refuse(key, TypedCredential.refused("eventId", "organizer.refusal.eventId.taken"));
				case SLUG_TAKEN -> refuse(key, TypedCredential.refused("slug", "organizer.refusal.slug.taken"));
			}
		});
		return this.opened.size();
	}

	/** The form without the rows that are open by now. */
	Map<String, String> left() {
		Map<String, String> left = new LinkedHashMap<>(this.form.typed());
		List<String> rows = new ArrayList<>(List.of(this.form.value("row").split(",")));
		rows.removeAll(this.opened);
		rows.removeIf((key) -> !KEY.matcher(key).matches());
		left.put("row", String.join(",", rows));
		return left;
	}

}
