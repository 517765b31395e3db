package io.selftimed.submission;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.selftimed.race.Claim;
import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.Outcome;
import io.selftimed.race.Participant;
import io.selftimed.race.Roster;
import io.selftimed.race.Rule;
import io.selftimed.race.Verdict;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads what an organizer typed as the runner's form is read, and enters it under the
 * participant's lock. Neither the window nor the runner's choice of outcomes binds an
 * organizer; every other rule of the event does.
 */
@Service
class LockedOnBehalf implements OnBehalf {

	private static final Set<Rule> FOR_RUNNERS = Set.of(Rule.WINDOW_OPEN, Rule.OUTCOME_ALLOWED);

	private static final Pattern PARTICIPANT = Pattern.compile("[0-9]{1,18}");

	private static final int LONGEST_NOTE = 500;

	private final EventCatalog events;

	private final Roster roster;

	private final TransactionOperations transactions;

	private final Ledger ledger;

	private final SubmissionKeys keys;

	private final Wording wording;

	private final InstantSource time;

	LockedOnBehalf(EventCatalog events, Roster roster, TransactionOperations transactions, Ledger ledger,
			SubmissionKeys keys, Wording wording, InstantSource time) {
		this.events = events;
		this.roster = roster;
		this.transactions = transactions;
		this.ledger = ledger;
		this.keys = keys;
		this.wording = wording;
		this.time = time;
	}

	@Override
	public Entry enter(long eventId, Typed typed, long organizerId) {
		Event event = this.events.byId(eventId).orElseThrow();
		List<Checked.Refusal> refusals = new ArrayList<>();
		TypedResult reading = new TypedResult();
		Runner runner = runner(eventId, typed, reading, refusals);
		Result result = result(event, typed, reading, refusals);
		refusals.addAll(reading.refusals());
		if (result != null && refusals.isEmpty()) {
			judge(event, result, refusals);
			judge(TypedResult.trimmed(typed.note()), refusals);
		}
		if (runner == null || result == null || !refusals.isEmpty()) {
			return new Entry.Refused(refusals.stream().map(this::reason).toList());
		}
		List<String> doubts = Doubting.say(result, event, this.wording);
		String sure = String.join(" ", doubts);
		if (!sure.equals(TypedResult.trimmed(typed.sure()))) {
			return new Entry.Doubted(doubts, sure);
		}
		return new Entry.Taken(enter(event, runner, result, typed.note(), organizerId));
	}

	/** Whose it is, null if that is refused. */
	private @Nullable Runner runner(long eventId, Typed typed, TypedResult reading, List<Checked.Refusal> refusals) {
		String participant = TypedResult.trimmed(typed.participant());
		if (!participant.isEmpty()) {
			Runner known = PARTICIPANT.matcher(participant).matches()
					? this.roster.find(eventId, Long.parseLong(participant)).map(Runner::of).orElse(null) : null;
			if (known == null) {
				refusals.add(Checked.Refusal.of("participant", "organizer.entry.participant.gone"));
			}
			return known;
		}
		Long bib = reading.bib(typed.bib());
		return (bib != null) ? byBib(eventId, bib, typed, refusals) : null;
	}

	private @Nullable Runner byBib(long eventId, long bib, Typed typed, List<Checked.Refusal> refusals) {
		List<Participant> found = this.roster.byBib(eventId, bib);
		if (found.size() > 1) {
			refusals.add(Checked.Refusal.of("bib", "organizer.entry.bib.shared", String.valueOf(bib)));
			return null;
		}
		if (found.isEmpty() && !"true".equals(typed.unknownBib())) {
			refusals.add(Checked.Refusal.of("bib", "organizer.entry.bib.unknown", String.valueOf(bib)));
			return null;
		}
		return new Runner(null, bib);
	}

	private long enter(Event event, Runner runner, Result result, @Nullable String note, long organizerId) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Long known = runner.participantId();
			long participant = (known != null) ? known : this.roster.ofBib(event.eventId(), runner.bib());
			this.roster.lock(participant);
			Identified who = new Identified(participant, runner.bib(), IdentityShown.ORGANIZER, Set.of());
			String words = TypedResult.trimmed(note);
			return this.ledger.enterFor(organizerId, event,
					new Statement(who, result, null, words.isEmpty() ? null : words), this.keys.next(),
					this.time.instant());
		}));
	}

	private static @Nullable Result result(Event event, Typed typed, TypedResult reading,
			List<Checked.Refusal> refusals) {
		Outcome outcome = Arrays.stream(Outcome.values())
			.filter((one) -> one.name().equals(TypedResult.trimmed(typed.outcome())))
			.findFirst()
			.orElse(null);
		if (outcome == null) {
			refusals.add(Checked.Refusal.of("outcome", "refusal.outcome.choose"));
			return null;
		}
		if (outcome != Outcome.FINISHED) {
			return new Result(outcome, null, null, null);
		}
		ClockTime time = reading.clockTime(typed.hours(), typed.minutes(), typed.seconds());
		ElevationGain climb = (event.elevation() != Event.Elevation.OFF)
				? reading.elevationGain(typed.elevationGain(), typed.elevationUnit()) : null;
		BigDecimal tally = event.hasTally() ? reading.tally(typed.tally()) : null;
		return new Result(outcome, time, climb, tally);
	}

	private void judge(Event event, Result result, List<Checked.Refusal> refusals) {
		Claim claim = new Claim(this.time.instant(), result.outcome(), result.elevationGain());
		for (Rule rule : Rule.values()) {
			if (!FOR_RUNNERS.contains(rule) && rule.judge(event,
					claim) instanceof Verdict.Refused(String field, String message, List<Object> arguments)) {
				refusals.add(new Checked.Refusal(field, message, arguments));
			}
		}
	}

	private static void judge(String note, List<Checked.Refusal> refusals) {
		if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
			refusals.add(Checked.Refusal.of("note", "refusal.note.length"));
		}
		if (note.indexOf('\0') >= 0) {
			refusals.add(Checked.Refusal.of("note", "refusal.note.characters"));
		}
	}

	private Reason reason(Checked.Refusal refusal) {
		Problem problem = Problem.of(refusal, this.wording);
		return new Reason(problem.field(), problem.text());
	}

	/**
	 * Whose result it is.
	 *
	 * @param participantId our id, null where only the bib is known
	 * @param bib the bib, 0 for a known runner who has none
	 */
	private record Runner(@Nullable Long participantId, long bib) {

		static Runner of(Participant participant) {
			Long bib = participant.bib();
			return new Runner(participant.id(), (bib != null) ? bib : 0);
		}

	}

}
