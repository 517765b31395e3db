package io.selftimed.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.selftimed.race.Outcome;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The runner's form, exactly as typed. Field names are fixed. The messages of its
 * constraints are keys in messages.properties.
 *
 * @param bib the bib
 * @param lastName the last name, to show that the bib is the runner's own
 * @param birthDate the birth date, where the event asks for it instead of the last name
 * @param outcome {@code FINISHED}, {@code DNF} or {@code DNS}
 * @param hours hours of the clock time, blank counts as 0 beside a filled box; or a whole
 * time while the other two are blank
 * @param minutes minutes, likewise
 * @param seconds seconds with decimals or without, likewise
 * @param elevationGain elevation gain in {@code elevationUnit}
 * @param elevationUnit {@code m} or {@code ft}
 * @param tally the runner's total so far
 * @param email where to reach the runner, optional
 * @param note a word for the organizers, optional
 * @param identity proof of identity from an e-mail link, hidden
 * @param submissionKey made with the check page: the same key with the same values is the
 * same submission
 * @param receipt proof that a correction came through a receipt, hidden
 */
record SubmissionForm(
		@Nullable @NotBlank(message = "refusal.bib.missing") @Size(max = 40, message = "refusal.bib.digits") String bib,
		@Nullable @Size(max = 100, message = "refusal.lastName.length") String lastName,
		@Nullable @Size(max = 40, message = "refusal.birthDate.shape") String birthDate, @Nullable String outcome,
		@Nullable @Size(max = 40, message = "refusal.hours.range") String hours,
		@Nullable @Size(max = 40, message = "refusal.minutes.range") String minutes,
		@Nullable @Size(max = 40, message = "refusal.seconds.range") String seconds,
		@Nullable @Size(max = 40, message = "refusal.elevation.number") String elevationGain,
		@Nullable String elevationUnit, @Nullable @Size(max = 40, message = "refusal.tally.number") String tally,
		@Nullable @Size(max = 254, message = "refusal.email.shape") @Pattern(regexp = E_MAIL,
				message = "refusal.email.shape") String email,
		@Nullable @Pattern(regexp = NOTE, message = "refusal.note.length") @Pattern(regexp = "[^\\x00]*+",
				message = "refusal.note.characters") String note,
		@Nullable String identity, @Nullable String submissionKey, @Nullable String receipt) {

	/** Up to 500 characters, a new line counted as one, as browsers count. */
	private static final String NOTE = "(?s)(?:\\r\\n|.){0,500}+";

	/** Blank, or what may be an address; linear in time, whatever comes. */
	static final String E_MAIL = "\\s*+(?:[^\\s@\\x00]{1,64}@[^\\s@.\\x00]{1,63}(?:\\.[^\\s@.\\x00]{1,63}){1,8})?\\s*+";

	/**
	 * The form that a runner meets first: finished, in metres, all else blank.
	 * @param bib the bib from a link, null if there is none
	 */
	static SubmissionForm blank(@Nullable String bib) {
		return new SubmissionForm(bib, null, null, Outcome.FINISHED.name(), null, null, null, null, "m", null, null,
				null, null, null, null);
	}

	/**
	 * The form of a runner who came through an e-mail link.
	 * @param bib the bib that was chosen
	 * @param identity the proof of it
	 */
	static SubmissionForm proven(long bib, String identity) {
		return new SubmissionForm(String.valueOf(bib), null, null, Outcome.FINISHED.name(), null, null, null, null, "m",
				null, null, null, identity, null, null);
	}

	/**
	 * Everything typed, by the name of its field, blank where nothing was.
	 */
	Map<String, String> typed() {
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("bib", orBlank(this.bib));
		typed.put("lastName", orBlank(this.lastName));
		typed.put("birthDate", orBlank(this.birthDate));
		typed.put("outcome", orBlank(this.outcome));
		typed.put("hours", orBlank(this.hours));
		typed.put("minutes", orBlank(this.minutes));
		typed.put("seconds", orBlank(this.seconds));
		typed.put("elevationGain", orBlank(this.elevationGain));
		typed.put("elevationUnit", orBlank(this.elevationUnit));
		typed.put("tally", orBlank(this.tally));
		typed.put("email", orBlank(this.email));
		typed.put("note", orBlank(this.note));
		typed.put("identity", orBlank(this.identity));
		typed.put("receipt", orBlank(this.receipt));
		return typed;
	}

	/**
	 * Whether the runner says to have come without a result, so that time, elevation gain
	 * and tally do not count.
	 */
	boolean withoutResult() {
		return Outcome.DNF.name().equals(this.outcome) || Outcome.DNS.name().equals(this.outcome);
	}

	private static String orBlank(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

}
