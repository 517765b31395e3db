package io.selftimed.runsignup;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds in a document what was asked for. Fields that are not wanted are dropped here; a
 * row without its id is counted, not guessed.
 */
final class ReadContent {

	private ReadContent() {
	}

	static Optional<RemoteRace> race(JsonNode document) {
		JsonNode race = document.path("race");
		Long raceId = number(race, "race_id");
		List<JsonNode> events = AnswerDocument.rows(race.path("events"), "event");
		if (raceId == null) {
			return Optional.empty();
		}
		ZoneId zone = RemoteTimes.zone(text(race, "timezone"));
		return Optional.of(new RemoteRace(raceId, text(race, "name"), zone,
				RemoteTimes.instant(text(race, "last_modified"), RemoteTimes.EASTERN),
				page(events, (row) -> event(row, zone)).rows()));
	}

	private static RemoteRace.@Nullable RemoteEvent event(JsonNode row, @Nullable ZoneId zone) {
		Long eventId = number(row, "event_id");
		return (eventId == null) ? null
				: new RemoteRace.RemoteEvent(eventId, text(row, "name"), text(row, "event_type"),
						RemoteTimes.instant(text(row, "start_time"), zone),
						RemoteTimes.instant(text(row, "end_time"), zone), textOrNull(row, "distance"));
	}

	/** One entry for each event: of those, the one that was asked for. */
	static Optional<RemotePage<RemoteParticipant>> participants(JsonNode document, long eventId) {
		if (!document.isArray()) {
			return Optional.empty();
		}
		List<JsonNode> rows = new ArrayList<>();
		for (JsonNode entry : document) {
			Long of = number(entry.path("event"), "event_id");
			List<JsonNode> participants = AnswerDocument.rows(entry.path("participants"), "participant");
			if (participants != null && (of == null || of == eventId)) {
				rows.addAll(participants);
			}
		}
		return Optional.of(page(rows, ReadContent::participant));
	}

	private static @Nullable RemoteParticipant participant(JsonNode row) {
		Long registrationId = number(row, "registration_id");
		JsonNode user = row.path("user");
		return (registrationId == null) ? null
				: new RemoteParticipant(registrationId, number(row, "bib_num"), text(user, "first_name"),
						text(user, "last_name"), textOrNull(user, "email"), RemoteTimes.date(text(user, "dob")),
						RemoteTimes.instant(number(row, "last_modified")));
	}

	/**
	 * How they are wrapped is not documented: at the top, or in an event, or in several.
	 */
	static Optional<RemotePage<RemovedParticipant>> removedParticipants(JsonNode document, long eventId) {
		List<JsonNode> rows = new ArrayList<>();
		boolean found = false;
		for (JsonNode holder : holders(document)) {
			List<JsonNode> participants = firstRows(holder, "participant", "removed_participants", "participants");
			Long of = eventOf(holder);
			found |= participants != null || of != null;
			if (participants != null && (of == null || of == eventId)) {
				rows.addAll(participants);
			}
		}
		boolean empty = document.isArray() && document.isEmpty();
		return (found || empty) ? Optional.of(page(rows, ReadContent::removed)) : Optional.empty();
	}

	private static List<JsonNode> holders(JsonNode document) {
		List<JsonNode> holders = new ArrayList<>();
		if (document.isArray()) {
			document.forEach(holders::add);
		}
		else {
			holders.add(document);
			holders.add(document.path("event"));
		}
		return holders;
	}

	private static @Nullable Long eventOf(JsonNode holder) {
		Long own = number(holder, "event_id");
		return (own != null) ? own : number(holder.path("event"), "event_id");
	}

	private static @Nullable RemovedParticipant removed(JsonNode row) {
		Long registrationId = number(row, "registration_id");
		return (registrationId == null) ? null : new RemovedParticipant(registrationId, text(row, "removed_reason"),
				number(row, "new_registration_id"));
	}

	static Optional<List<ResultSet>> resultSets(JsonNode document) {
		List<JsonNode> sets = sets(document);
		return (sets == null) ? Optional.empty() : Optional.of(page(sets, ReadContent::resultSet).rows());
	}

	private static @Nullable List<JsonNode> sets(JsonNode document) {
		return AnswerDocument.rows(document.path("individual_results_sets"), "individual_results_set");
	}

	private static @Nullable ResultSet resultSet(JsonNode row) {
		Long id = number(row, "individual_result_set_id");
		return (id == null) ? null : new ResultSet(id, text(row, "individual_result_set_name"),
				AnswerDocument.flag(row.path("public_results")), AnswerDocument.flag(row.path("preliminary_results")));
	}

	static Optional<RemotePage<RemoteResult>> results(JsonNode document, long resultSetId) {
		List<JsonNode> sets = sets(document);
		if (sets == null) {
			return Optional.empty();
		}
		List<JsonNode> rows = new ArrayList<>();
		for (JsonNode set : sets) {
			Long id = number(set, "individual_result_set_id");
			List<JsonNode> results = AnswerDocument.rows(set.path("results"), "result");
			if (results != null && (id == null || id == resultSetId)) {
				rows.addAll(results);
			}
		}
		return Optional.of(page(rows, ReadContent::result));
	}

	private static @Nullable RemoteResult result(JsonNode row) {
		Long id = number(row, "result_id");
		return (id == null) ? null : new RemoteResult(id, number(row, "registration_id"), number(row, "bib"),
				number(row, "place"), text(row, "clock_time"));
	}

	static Optional<VirtualSettings> virtualSettings(JsonNode document) {
		JsonNode settings = document.path("virtual_result_settings");
		return settings.isObject()
				? Optional.of(new VirtualSettings(RemoteTimes.instant(number(settings, "accept_results_end_ts")),
						AnswerDocument.flag(settings.path("results_require_approval"))))
				: Optional.empty();
	}

	private static @Nullable List<JsonNode> firstRows(JsonNode holder, String rowName, String... names) {
		for (String name : names) {
			List<JsonNode> rows = AnswerDocument.rows(holder.path(name), rowName);
			if (rows != null) {
				return rows;
			}
		}
		return null;
	}

	private static <T> RemotePage<T> page(@Nullable List<JsonNode> rows, Function<JsonNode, @Nullable T> reader) {
		List<T> read = new ArrayList<>();
		int unreadable = 0;
		for (JsonNode row : (rows != null) ? rows : List.<JsonNode>of()) {
			T value = reader.apply(row);
			if (value != null) {
				read.add(value);
			}
			else {
				unreadable++;
			}
		}
		return new RemotePage<>(List.copyOf(read), unreadable);
	}

	private static @Nullable Long number(JsonNode row, String name) {
		return AnswerDocument.number(row.path(name));
	}

	private static String text(JsonNode row, String name) {
		return AnswerDocument.text(row.path(name)).orElse("");
	}

	private static @Nullable String textOrNull(JsonNode row, String name) {
		return AnswerDocument.text(row.path(name)).orElse(null);
	}

}
