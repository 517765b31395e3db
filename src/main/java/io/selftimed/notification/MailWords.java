package io.selftimed.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.selftimed.delivery.Troubles;
import io.selftimed.delivery.Troubles.Pause;
import io.selftimed.notification.RaceFigures.Figures;
import io.selftimed.race.Event;
import io.selftimed.security.PublicUrl;
import io.selftimed.web.Wording;

import org.springframework.stereotype.Component;

/**
 * Puts mails into words, all from messages.properties. Never knows a runner.
 */
@Component
class MailWords {

	/** How much of a name, and of RunSignup's words, is told. */
	private static final int LONGEST_NAME = 80;

	private static final int LONGEST_WORDS = 300;

	private final Wording wording;

	private final PublicUrl publicUrl;

	MailWords(Wording wording, PublicUrl publicUrl) {
		this.wording = wording;
		this.publicUrl = publicUrl;
	}

	/**
	 * Results of a race wait.
	 * @param figures the race's events
	 */
	Letter pause(Event.Race race, Pause pause, List<Figures> figures) {
		Set<Long> stopped = pause.stopped().stream().map(Troubles.Stopped::eventId).collect(Collectors.toSet());
		List<Figures> waiting = figures.stream().filter((event) -> stopped.contains(event.eventId())).toList();
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(say("mail.pause.lead", name(race), moment(pause.since(), race)));
		paragraphs.add(say("organizer.pause." + pause.cause().word()));
		paragraphs.add(answer(pause));
		paragraphs.add(say("mail.pause.safe"));
		paragraphs.add(list(waiting, (event) -> say("mail.pause.event", event.waiting())));
		return letter(say(pause.isAway() ? "mail.away.subject" : "mail.pause.subject", name(race)), race, paragraphs);
	}

	private String answer(Pause pause) {
		String words = Letter.line(pause.words(), LONGEST_WORDS);
		Integer code = pause.code();
		return (code != null) ? say("mail.pause.code", words, code) : say("mail.pause.words", words);
	}

	/** What stopped results of a race is over. */
	Letter over(Event.Race race, Instant since, boolean wasAway) {
		String subject = wasAway ? "mail.back.subject" : "mail.over.subject";
		String lead = wasAway ? "mail.back.lead" : "mail.over.lead";
		return letter(say(subject, name(race)), race,
				List.of(say(lead, name(race), moment(since, race)), link("/organizer")));
	}

	/**
	 * RunSignup refused results of a race.
	 * @param figures the race's events
	 * @param counts how many, by the event's id
	 */
	Letter refusals(Event.Race race, List<Figures> figures, Map<Long, Long> counts) {
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		List<Figures> events = figures.stream().filter((event) -> counts.containsKey(event.eventId())).toList();
		return letter(say("mail.refused.subject", name(race), all), race,
				List.of(say("mail.refused.lead", name(race), all), say("mail.refused.cure"),
						list(events, (event) -> say("mail.refused.event", counts.getOrDefault(event.eventId(), 0L)))));
	}

	/**
	 * What waits for a person in a race.
	 * @param figures the events in which anything does
	 */
	Letter digest(Event.Race race, List<Figures> figures) {
		return letter(say("mail.digest.subject", name(race)), race, List.of(say("mail.digest.lead", name(race)),
				list(figures, (event) -> say("mail.digest.event", event.held(), event.refused()))));
	}

	private Letter letter(String subject, Event.Race race, List<String> paragraphs) {
		List<String> all = new ArrayList<>(paragraphs);
		all.add(say("mail.why", name(race)));
		return new Letter(subject, String.join("\n\n", all) + "\n");
	}

	/** A line for each event and one for where to read more. */
	private String list(List<Figures> events, Function<Figures, String> what) {
		return events.stream()
			.map((event) -> say("mail.event", Letter.line(event.name(), LONGEST_NAME), event.eventId(),
					what.apply(event)) + "\n" + link("/organizer/events/" + event.slug()))
			.collect(Collectors.joining("\n\n"));
	}

	private String link(String path) {
		return this.publicUrl.link(path);
	}

	private String moment(Instant moment, Event.Race race) {
		return this.wording.momentWithZone(moment, race.zone());
	}

	private static String name(Event.Race race) {
		return Letter.line(race.name(), LONGEST_NAME);
	}

	private String say(String key, Object... arguments) {
		return this.wording.say(key, arguments);
	}

}
