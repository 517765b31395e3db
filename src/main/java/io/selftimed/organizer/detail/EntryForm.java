package io.selftimed.organizer.detail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.selftimed.race.ClockTime;
import io.selftimed.submission.OnBehalf;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the boxes when a result is entered for a runner. Holds personal data:
 * never logged.
 */
final class EntryForm {

	private EntryForm() {
	}

	/** Empty but for whose result it is: by bib, or a known runner. */
	static OnBehalf.Typed blank(@Nullable String bib, @Nullable Long participant) {
		return new OnBehalf.Typed(bib, "FINISHED", null, null, null, null, "m", null, null, null,
				(participant != null) ? participant.toString() : null, null);
	}

	/** All that was sent, to be corrected. */
	static OnBehalf.Typed correcting(SubmissionDetail sent) {
		ClockTime time = sent.clockTime();
		String[] climb = Objects.requireNonNullElse(sent.elevation(), " m").split(" ", 2);
		return new OnBehalf.Typed(null, sent.outcome(), hours(time), minutes(time), seconds(time), climb[0], climb[1],
				sent.tally(), sent.note(), null, String.valueOf(sent.participantId()), null);
	}

	private static @Nullable String hours(@Nullable ClockTime time) {
		return (time != null) ? String.valueOf(time.milliseconds() / 3_600_000) : null;
	}

	private static @Nullable String minutes(@Nullable ClockTime time) {
		return (time != null) ? String.valueOf(time.milliseconds() / 60_000 % 60) : null;
	}

	private static @Nullable String seconds(@Nullable ClockTime time) {
		if (time == null) {
			return null;
		}
		long tenths = time.milliseconds() / 100 % 600;
		return (tenths % 10 == 0) ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
	}

	/** The boxes by their names, empty where nothing was typed. */
	static Map<String, String> boxes(OnBehalf.Typed typed) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("bib", text(typed.bib()));
		values.put("outcome", text(typed.outcome()));
		values.put("hours", text(typed.hours()));
		values.put("minutes", text(typed.minutes()));
		values.put("seconds", text(typed.seconds()));
		values.put("elevationGain", text(typed.elevationGain()));
		values.put("elevationUnit", text(typed.elevationUnit()));
		values.put("tally", text(typed.tally()));
		values.put("note", text(typed.note()));
		values.put("unknownBib", text(typed.unknownBib()));
		values.put("participant", text(typed.participant()));
		return values;
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNullElse(typed, "");
	}

}
