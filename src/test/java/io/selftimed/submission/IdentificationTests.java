package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.race.Participant;
import io.selftimed.race.Races;
import io.selftimed.race.Roster;
import io.selftimed.security.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Identification} and {@link IdentityProof}.
 */
class IdentificationTests {

	private final List<Checked.Refusal> refusals = new ArrayList<>();

	private final CountedTries tries = new CountedTries();

	private Instant now = Races.NOON;

	private final IdentityProof proof = new IdentityProof(new TestKeys(1).hash(), () -> this.now);

	@Test
	void theBirthDateShowsTheRunner() {
		assertThat(born("1990-04-12")).isNotNull()
			.extracting(Identified::participantId, Identified::shown)
			.containsExactly(1L, IdentityShown.BIRTH_DATE);
	}

	@Test
	void wrongBibAndWrongBirthDateReadTheSame() {
		assertThat(born("1990-04-13")).isNull();
		assertThat(identify(Event.Identity.BIRTH_DATE, 999L, form(null, "1990-04-12", null))).isNull();
		assertThat(this.refusals).hasSize(2).containsOnly(Checked.Refusal.of("bib", "refusal.bib.birthDate"));
		assertThat(this.tries.counted()).isEqualTo(2);
	}

	@Test
	void aRunnerWithoutBirthDateOnTheRosterIsNeverFoundByOne() {
		assertThat(identify(Event.Identity.BIRTH_DATE, 102L, form(null, "1990-04-12", null))).isNull();
	}

	@Test
	void aBirthDateThatCannotBeReadIsNoWrongTry() {
		assertThat(born("4/12/1990")).isNull();
		assertThat(born(" ")).isNull();
		assertThat(this.refusals).extracting(Checked.Refusal::message)
			.containsExactly("refusal.birthDate.shape", "refusal.birthDate.missing");
		assertThat(this.tries.counted()).isZero();
	}

	@Test
	void aBibAloneIsHeldAndItsRunnerLeftToAcceptance() {
		assertThat(identify(Event.Identity.BIB_ONLY, 101L, form(null, null, null)))
			.isEqualTo(new Identified(null, 101, IdentityShown.NOTHING, java.util.Set.of(HoldReason.UNPROVEN)));
		assertThat(identify(Event.Identity.BIB_ONLY, 999L, form(null, null, null))).isNotNull()
			.extracting(Identified::holds)
			.isEqualTo(java.util.Set.of(HoldReason.UNPROVEN, HoldReason.NOT_ON_ROSTER));
	}

	@Test
	void aProofFromALinkShowsTheRunnerOfItsOwnBib() {
		String genuine = this.proof.of(41001, 1);
		assertThat(linked(101, genuine)).isNotNull()
			.extracting(Identified::participantId, Identified::shown)
			.containsExactly(1L, IdentityShown.EMAIL_LINK);
		assertThat(linked(102, genuine)).isNull();
		assertThat(this.refusals).containsExactly(Checked.Refusal.of("bib", "refusal.bib.link"));
	}

	@Test
	void aProofThatIsForgedOverOrForAnotherEventSaysToAskForANewLink() {
		String genuine = this.proof.of(41001, 1);
		assertThat(linked(102, genuine.replaceFirst("^1", "2"))).isNull();
		assertThat(linked(101, this.proof.of(41002, 1))).isNull();
		assertThat(linked(101, "")).isNull();
		this.now = this.now.plus(Duration.ofHours(2));
		assertThat(linked(101, genuine)).isNull();
		assertThat(this.refusals).hasSize(4).containsOnly(Checked.Refusal.of("identity", "refusal.identity.link"));
	}

	@Test
	void onlyWrongTriesCount() {
		assertThat(named("Marsh")).isNotNull();
		assertThat(this.tries.counted()).isZero();
		assertThat(named("Tanaka")).isNull();
		assertThat(this.tries.counted()).isEqualTo(1);
	}

	@Test
	void pastTheBibsLimitAnyNamePassesAndIsHeld() {
		this.tries.after(20, 0, 0);
		Identified right = named("Marsh");
		assertThat(right).isEqualTo(named("Tanaka")).isNotNull();
		assertThat(right.holds()).containsExactly(HoldReason.MANY_TRIES);
		assertThat(right.participantId()).isNull();
		assertThat(named(999, "Tanaka")).isNotNull();
		this.tries.after(19, 0, 0);
		assertThat(named("Tanaka")).isNull();
	}

	@Test
	void pastTheLimitOfOneAddressForABibAnyNamePassesAndIsHeld() {
		this.tries.after(5, 5, 5);
		assertThat(named("Marsh")).isEqualTo(named("Tanaka")).isNotNull();
		this.tries.after(4, 4, 4);
		assertThat(named("Tanaka")).isNull();
	}

	@Test
	void pastTheLimitOfAnAddressWrongTriesAreToldWhenToTryAgainAndRightOnesPass() {
		this.tries.after(0, 0, 60);
		assertThat(named("Marsh")).isNotNull().extracting(Identified::shown).isEqualTo(IdentityShown.LAST_NAME);
		assertThat(named("Tanaka")).isNull();
		assertThat(this.refusals).containsExactly(Checked.Refusal.of("bib", "refusal.bib.tries", "13"));
		assertThat(named("Marsh")).as("after a wrong try for this bib").isEqualTo(named("Okafor")).isNotNull();
		this.refusals.clear();
		this.tries.after(0, 0, 59);
		assertThat(named("Tanaka")).isNull();
		assertThat(this.refusals).containsExactly(Checked.Refusal.of("bib", "refusal.bib.name"));
	}

	private @Nullable Identified named(String name) {
		return named(101, name);
	}

	private @Nullable Identified named(long bib, String name) {
		return identify(Event.Identity.LAST_NAME, bib, form(name, null, null));
	}

	private @Nullable Identified born(String date) {
		return identify(Event.Identity.BIRTH_DATE, 101L, form(null, date, null));
	}

	private @Nullable Identified linked(long bib, String identity) {
		return identify(Event.Identity.EMAIL_LINK, bib, form(null, null, identity));
	}

	private @Nullable Identified identify(Event.Identity identity, Long bib, SubmissionForm form) {
		return new Identification(new Harbor(), RulesCheckTests.nothingEarlier(), this.tries, this.proof,
				() -> this.now)
			.identify(Races.harbor5k(identity), bib, form, this.refusals);
	}

	private static SubmissionForm form(@Nullable String lastName, @Nullable String birthDate,
			@Nullable String identity) {
		return new SubmissionForm("101", lastName, birthDate, "DNF", null, null, null, null, "m", null, null, null,
				identity, null, null);
	}

	/** Marsh with bib 101, and Okafor with 102, whose birth date nobody knows. */
	private static final class Harbor implements Roster {

		@Override
		public List<Participant> byBib(long eventId, long bib) {
			return List
				.of(new Participant(1, 41001, 41001101L, 101L, "Marsh", LocalDate.of(1990, 4, 12)),
						new Participant(2, 41001, 41001102L, 102L, "Okafor", null))
				.stream()
				.filter((one) -> Long.valueOf(bib).equals(one.bib()))
				.toList();
		}

		@Override
		public Optional<Participant> find(long eventId, long participantId) {
			throw new AssertionError("a form names no participant");
		}

		@Override
		public long ofBib(long eventId, long bib) {
			throw new AssertionError("identification makes nobody");
		}

		@Override
		public void lock(long participantId) {
			throw new AssertionError("identification locks nothing");
		}

	}

}
