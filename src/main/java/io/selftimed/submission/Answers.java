package io.selftimed.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a runner stated, line by line, for the check page and the receipt.
 */
@Component
class Answers {

	private final Wording wording;

	Answers(Wording wording) {
		this.wording = wording;
	}

	/**
	 * Everything that would be sent, for the runner to look at.
	 * @param event the event
	 * @param form the form as typed
	 * @param statement what it says
	 */
	List<Answer> toCheck(Event event, SubmissionForm form, Statement statement) {
		List<Answer> answers = new ArrayList<>();
		answers.add(answer("bib", String.valueOf(statement.who().bib())));
		if (event.trust().identity() == Event.Identity.LAST_NAME) {
			addIfTyped(answers, "lastName", form.lastName());
		}
		Result result = statement.result();
		ElevationGain climb = result.elevationGain();
		result(event, result.outcome(), result.clockTime(), (climb != null) ? climb.toString() : null, result.tally())
			.stream()
			.map((answer) -> "hours".equals(answer.field()) ? rounded(answer, form) : answer)
			.forEach(answers::add);
		addIfGiven(answers, "email", statement.email());
		addIfGiven(answers, "note", statement.note());
		return answers;
	}

	/**
	 * What a receipt shows: no more of the runner than bib and initial.
	 */
	List<Answer> onReceipt(Receipts.Receipt receipt) {
		List<Answer> answers = new ArrayList<>();
		Long bib = receipt.bib();
		if (bib != null) {
			String initial = receipt.initial();
			answers.add(answer("bib",
					(initial != null) ? this.wording.say("receipt.runner", bib.toString(), initial) : bib.toString()));
		}
		answers.addAll(result(receipt.event(), receipt.outcome(), receipt.clockTime(), receipt.elevationGain(),
				receipt.tally()));
		addIfGiven(answers, "email", receipt.words().email());
		addIfGiven(answers, "note", receipt.words().note());
		return answers;
	}

	private List<Answer> result(Event event, Outcome outcome, @Nullable ClockTime time, @Nullable String climb,
			@Nullable BigDecimal tally) {
		List<Answer> answers = new ArrayList<>();
		answers.add(answer("outcome", this.wording.say("outcome." + outcome)));
		if (time != null) {
			addTime(answers, event, time);
		}
		if (climb != null) {
			answers.add(answer("elevationGain", climb));
		}
		else if (outcome == Outcome.FINISHED && event.elevation() == Event.Elevation.OPTIONAL) {
			answers.add(answer("elevationGain", this.wording.say("answer.elevationGain.none")));
		}
		if (tally != null) {
			answers.add(answer("tally", this.wording.number(tally) + " " + event.tallyLabel()));
		}
		return answers;
	}

	private void addTime(List<Answer> answers, Event event, ClockTime time) {
		answers.add(new Answer(this.wording.say("answer.time"), time.toString(),
				this.wording.duration(time.milliseconds()), "hours"));
		Event.Distance distance = event.distance();
		if (distance != null) {
			answers.add(new Answer(this.wording.say("answer.pace"),
					this.wording.pace(time.milliseconds(), distance.millimetres()), null, null));
		}
	}

	/** Says so, if a time finer than a tenth was rounded up. */
	private Answer rounded(Answer time, SubmissionForm form) {
		if (TypedTime.of(form.hours(), form.minutes(), form.seconds()) instanceof TypedTime.Read(var read, String finer)
				&& time.aside() != null && finer != null) {
			return new Answer(time.name(), time.value(),
					this.wording.say("answer.time.rounded", time.aside(), finer, read.toString()), time.field());
		}
		return time;
	}

	private void addIfTyped(List<Answer> answers, String field, @Nullable String typed) {
		String text = TypedResult.trimmed(typed);
		addIfGiven(answers, field, text.isEmpty() ? null : text);
	}

	private void addIfGiven(List<Answer> answers, String field, @Nullable String value) {
		if (value != null) {
			answers.add(answer(field, value));
		}
	}

	private Answer answer(String field, String value) {
		return new Answer(this.wording.say("answer." + field), value, null, field);
	}

}
