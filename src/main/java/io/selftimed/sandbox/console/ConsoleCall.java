package io.selftimed.sandbox.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.selftimed.sandbox.api.MaskedCall;
import io.selftimed.sandbox.api.ReceivedCall;
import io.selftimed.sandbox.fault.Reply.Ending;
import org.jspecify.annotations.Nullable;

/**
 * A call as the console shows it.
 *
 * @param at when it came
 * @param operation what it wanted
 * @param eventId the event, null if it named none
 * @param key the kind of its credential
 * @param fault the key of what was made to go wrong, null if nothing was
 * @param ending how it ended: the end of a key in messages.properties
 * @param number what that end is about: a code, a status, a count
 * @param request what it said
 * @param answer what went back
 */
record ConsoleCall(Instant at, String operation, @Nullable Long eventId, String key, @Nullable String fault,
		String ending, int number, MaskedCall request, String answer) {

	private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	static ConsoleCall of(ReceivedCall call) {
		Integer error = call.errorCode();
		Integer results = call.results();
		String ending = "kept";
		int number = (results != null) ? results : 0;
		if (call.reply().ending() == Ending.SILENT) {
			ending = "cut";
		}
		else if (error != null) {
			ending = "error";
			number = error;
		}
		else if (call.reply().status() != 200) {
			ending = "http";
			number = call.reply().status();
		}
		else if (results == null || !call.operation().equals("user-results")) {
			ending = "answered";
		}
		return new ConsoleCall(call.at(), call.operation(), call.eventId(),
				(call.key() != null) ? call.key().name() : "NONE", (call.fault() != null) ? call.fault().key() : null,
				ending, number, call.call(), inLines(call.reply().body()));
	}

	/** When it came, for people. */
	public String came() {
		return read(this.at);
	}

	/** Whether it ended as its caller wished. */
	public boolean isGood() {
		return this.ending.equals("kept") || this.ending.equals("answered");
	}

	/** The document that it brought, an item a line. */
	public String document() {
		return inLines(this.request.document());
	}

	/** A moment to the second, in UTC. */
	static String read(Instant moment) {
		return READABLE.format(moment);
	}

	private static String inLines(String document) {
		return document.replace("},{", "},\n{")
			.replace("</virtual_result><", "</virtual_result>\n<")
			.replace("<virtual_results><", "<virtual_results>\n<");
	}

}
