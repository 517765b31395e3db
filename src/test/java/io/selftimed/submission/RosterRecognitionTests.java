package io.selftimed.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.race.Participant;
import io.selftimed.race.Races;
import io.selftimed.race.Roster;
import io.selftimed.security.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RosterRecognition}.
 */
class RosterRecognitionTests {

	private static final Participant MARSH = new Participant(1, 41001, 41001101L, 150L, "Marsh", null);

	@Test
	void knowsTheRunnerByNameWhateverTheirBibIsNow() {
		assertThat(refusals("marsh", MARSH)).isEmpty();
	}

	@Test
	void saysAtTheFieldThatANameIsWrongOrMissing() {
		assertThat(refusals("Okafor", MARSH)).containsExactly("lastName refusal.receipt.name");
		assertThat(refusals(" ", MARSH)).containsExactly("lastName refusal.lastName.missing");
	}

	@Test
	void takesNobodyElseWithTheSameBib() {
		Participant okafor = new Participant(2, 41001, 41001102L, 150L, "Okafor", null);
		assertThat(refusals("Okafor", MARSH, okafor)).containsExactly("lastName refusal.receipt.name");
	}

	@Test
	void knowsTheRunnerWhoSharesBibAndName() {
		assertThat(refusals("Marsh", MARSH, new Participant(3, 41001, 41001103L, 150L, "Marsh", null))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = Event.Identity.class, names = { "EMAIL_LINK", "BIB_ONLY" })
	void knowsNobodyWhereNoFactIsAskedFor(Event.Identity identity) {
		Event event = Races.harbor5k();
		Event.Trust trust = new Event.Trust(identity, event.trust().strangerCorrection(), event.trust().review());
		Event without = new Event(event.eventId(), event.race(), event.slug(), event.name(), event.distance(),
				event.window(), event.outcomes(), event.elevation(), event.tallyLabel(), event.individualResultSetId(),
				trust, event.limits(), event.settleDelay());
		assertThat(refusals(without, "Marsh", MARSH)).containsExactly("event refusal.receipt.fact");
	}

	private static List<String> refusals(String name, Participant... participants) {
		return refusals(Races.harbor5k(), name, participants);
	}

	private static List<String> refusals(Event event, String name, Participant... participants) {
		Earlier earlier = new Earlier(7, event, 1, 1, 101, 150, new Result(Outcome.DNF, null, null, null), null, null,
				Races.NOON, Earlier.Standing.STANDS, Set.of());
		SubmissionForm fact = new SubmissionForm(null, name, null, null, null, null, null, null, null, null, null, null,
				null, null, null);
		return new RosterRecognition(RulesCheckTests.identification(roster(participants))).check(earlier, fact)
			.stream()
			.map((refusal) -> refusal.field() + " " + refusal.message())
			.toList();
	}

	private static Roster roster(Participant... participants) {
		return new Roster() {

			@Override
			public List<Participant> byBib(long eventId, long bib) {
				return Stream.of(participants).filter((one) -> Long.valueOf(bib).equals(one.bib())).toList();
			}

			@Override
			public Optional<Participant> find(long eventId, long participantId) {
				throw new AssertionError("a form names no participant");
			}

			@Override
			public long ofBib(long eventId, long bib) {
				throw new UnsupportedOperationException();
			}

			@Override
			public void lock(long participantId) {
				throw new AssertionError("recognising locks nothing");
			}

		};
	}

}
