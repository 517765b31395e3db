package io.selftimed.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.race.Participant;
import io.selftimed.race.Races;
import io.selftimed.race.Roster;
import io.selftimed.security.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RulesCheck}.
 */
class RulesCheckTests {

	private static final Participant MARSH = new Participant(1, 41001, 41001101L, 101L, "Marsh", null);

	private static final Participant OKAFOR = new Participant(2, 41001, 41001102L, 101L, "Okafor", null);

	@ParameterizedTest
	@ValueSource(strings = { "marsh", " MARSH ", "Mársh", "mar-sh", "m arsh" })
	void knowsARunnerHoweverTheNameIsTyped(String name) {
		assertThat(statement(roster(MARSH), form("101", name, "FINISHED", "24")).who().participantId()).isEqualTo(1L);
	}

	@Test
	void wrongBibAndWrongNameReadTheSame() {
		List<Checked.Refusal> wrongBib = refusals(roster(), form("999", "Marsh", "FINISHED", "24"));
		assertThat(refusals(roster(MARSH), form("101", "Tanaka", "FINISHED", "24"))).isEqualTo(wrongBib);
		assertThat(wrongBib).singleElement().extracting(Checked.Refusal::field).isEqualTo("bib");
	}

	@Test
	void theNameDecidesWhereTwoHaveOneBib() {
		Statement statement = statement(roster(MARSH, OKAFOR), form("101", "Okafor", "FINISHED", "24"));
		assertThat(statement.who().participantId()).isEqualTo(2L);
		assertThat(statement.who().holds()).isEmpty();
	}

	@Test
	void isInDoubtWhereTwoHaveOneBibAndName() {
		Participant sister = new Participant(3, 41001, 41001103L, 101L, "Marsh", null);
		assertThat(statement(roster(MARSH, sister), form("101", "Marsh", "FINISHED", "24")).who().holds())
			.containsExactly(HoldReason.AMBIGUOUS);
	}

	@Test
	void saysAllThatIsWrongAtOnce() {
		assertThat(refusals(roster(MARSH), form("x", "Marsh", "", null))).extracting(Checked.Refusal::field)
			.containsExactly("bib", "outcome");
		assertThat(refusals(roster(MARSH), form("", " ", "FINISHED", "24"))).extracting(Checked.Refusal::field)
			.containsExactly("lastName", "bib");
		assertThat(refusals(roster(MARSH), form("101", "Tanaka", "FINISHED", "61"))).extracting(Checked.Refusal::field)
			.containsExactly("bib", "minutes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DNF", "DNS" })
	void asksNeitherTimeNorClimbOfWhoDidNotFinish(String outcome) {
		Statement statement = statement(roster(MARSH), form("101", "Marsh", outcome, "rubbish"));
		assertThat(statement.result().clockTime()).isNull();
		assertThat(statement.result().elevationGain()).isNull();
		assertThat(statement.result().tally()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DQ", "DNQ", "WITHDRAWN", "finished", "" })
	void takesNoOutcomeThatIsNotOnTheForm(String outcome) {
		assertThat(refusals(roster(MARSH), form("101", "Marsh", outcome, "24"))).extracting(Checked.Refusal::field)
			.contains("outcome");
	}

	@Test
	void refusesWhenTheWindowIsShut() {
		Instant later = Races.harbor5k().window().closesAt();
		assertThat(new RulesCheck(identification(roster(MARSH)), () -> later).check(Races.harbor5k(),
				form("101", "Marsh", "FINISHED", "24")))
			.isInstanceOfSatisfying(Checked.Refused.class,
					(refused) -> assertThat(refused.refusals()).extracting(Checked.Refusal::field)
						.containsExactly("event"));
	}

	@Test
	void tellsWhatIsStatedWhereOnlyTheMomentIsAgainstIt() {
		Instant later = Races.harbor5k().window().closesAt();
		RulesCheck check = new RulesCheck(identification(roster(MARSH)), () -> later);
		Statement inTime = statement(roster(MARSH), form("101", "Marsh", "FINISHED", "24"));
		assertThat(((Checked.Refused) check.check(Races.harbor5k(), form("101", "Marsh", "FINISHED", "24"))).untimely())
			.isEqualTo(inTime);
		assertThat(((Checked.Refused) check.check(Races.harbor5k(), form("101", "Marsh", "FINISHED", "x"))).untimely())
			.isNull();
		assertThat(((Checked.Refused) check.check(Races.harbor5k(), form("101", "March", "FINISHED", "24"))).untimely())
			.isNull();
	}

	@Test
	void aForgedProofOfAReceiptProvesNothing() {
		SubmissionForm forged = new SubmissionForm("101", "Marsh", null, "FINISHED", null, "24", null, null, "m", null,
				null, null, null, null, "1.9999999999." + "A".repeat(43));
		assertThat(refusals(roster(MARSH), forged)).extracting(Checked.Refusal::message)
			.containsExactly("refusal.receipt.expired");
	}

	private static Statement statement(Roster roster, SubmissionForm form) {
		Checked checked = check(Races.harbor5k(), roster, form);
		assertThat(checked).isInstanceOf(Checked.Sound.class);
		return ((Checked.Sound) checked).statement();
	}

	private static List<Checked.Refusal> refusals(Roster roster, SubmissionForm form) {
		Checked checked = check(Races.harbor5k(), roster, form);
		assertThat(checked).isInstanceOf(Checked.Refused.class);
		return ((Checked.Refused) checked).refusals();
	}

	private static Checked check(Event event, Roster roster, SubmissionForm form) {
		return new RulesCheck(identification(roster), () -> Races.NOON).check(event, form);
	}

	private static SubmissionForm form(String bib, String lastName, String outcome, @Nullable String minutes) {
		return new SubmissionForm(bib, lastName, null, outcome, null, minutes, null, null, "m", null, null, null, null,
				null, null);
	}

	static Identification identification(Roster roster) {
		return new Identification(roster, nothingEarlier(), new CountedTries(),
				new IdentityProof(new TestKeys(1).hash(), () -> Races.NOON), () -> Races.NOON);
	}

	static ThroughReceipt nothingEarlier() {
		return new ThroughReceipt(new NothingEarlier(), proof(() -> Races.NOON));
	}

	private static ReceiptProof proof(InstantSource clock) {
		return new ReceiptProof(new Vouchers(new TestKeys(1).hash(), clock));
	}

	private static Roster roster(Participant... participants) {
		return new Roster() {

			@Override
			public List<Participant> byBib(long eventId, long bib) {
				return List.of(participants).stream().filter((one) -> Long.valueOf(bib).equals(one.bib())).toList();
			}

			@Override
			public Optional<Participant> find(long eventId, long participantId) {
				throw new AssertionError("a form names no participant");
			}

			@Override
			public long ofBib(long eventId, long bib) {
				throw new AssertionError("a check makes nobody");
			}

			@Override
			public void lock(long participantId) {
				throw new AssertionError("a check locks nothing");
			}

		};
	}

	/** No receipts at all. */
	private static final class NothingEarlier implements EarlierSubmissions {

		@Override
		public Optional<Earlier> byToken(String token) {
			return Optional.empty();
		}

		@Override
		public Optional<Earlier> bySubmission(long id) {
			throw new AssertionError("a proof that proves nothing leads nowhere");
		}

	}

}
