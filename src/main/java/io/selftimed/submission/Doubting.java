package io.selftimed.submission;

import java.util.List;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Doubt;
import io.selftimed.race.Event;
import io.selftimed.web.Wording;

/**
 * Says what may be wrong with a result, to runners and to organizers alike.
 */
final class Doubting {

	private Doubting() {
	}

	/** A sentence for each doubt, none if nothing is doubtful. */
	static List<String> say(Result result, Event event, Wording wording) {
		return result.doubts(event).stream().map((reason) -> say(reason, wording)).toList();
	}

	private static String say(Doubt.Reason reason, Wording wording) {
		return wording.say("doubt." + reason.doubt().word(), reason.arguments()
			.stream()
			.map((one) -> (one instanceof ClockTime time) ? wording.duration(time.milliseconds()) : one.toString())
			.toArray());
	}

}
