package io.selftimed.race.roster;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is meant by what RunSignup or a file states.
 */
class RosterMatchTests {

	private static final LocalDate BORN = LocalDate.of(1990, 4, 12);

	@Test
	void aRegistrationIsTheSameRunnerUnderAnotherNameAndBib() {
		RosterPlan plan = said(RosterSource.RUNSIGNUP, entry(7L, 102L, "Ann", "Okafor"),
				row(1, 7L, 101L, "Ann", "Marsh"));
		assertThat(plan.added()).isEmpty();
		assertThat(after(plan).entry()).isEqualTo(entry(7L, 102L, "Ann", "Okafor"));
	}

	@Test
	void whatIsSaidAgainChangesNothing() {
		RosterPlan plan = said(RosterSource.RUNSIGNUP, entry(7L, 101L, "Ann", "Marsh"),
				row(1, 7L, 101L, "Ann", "Marsh"));
		assertThat(plan.changed()).isEmpty();
		assertThat(plan.ids()).containsExactly(1L);
	}

	@Test
	void anEmptyBibAtRunSignupTakesAwayItsOwnBibAndNotOursSetHere() {
		RosterRow theirs = row(1, 7L, 101L, "Ann", "Marsh");
		RosterRow ours = new RosterRow(1, theirs.entry(), true, false, false);
		RosterEntry without = entry(7L, null, "Ann", "Marsh");
		assertThat(after(said(RosterSource.RUNSIGNUP, without, theirs)).entry().bib()).isNull();
		assertThat(said(RosterSource.RUNSIGNUP, without, ours).changed()).isEmpty();
		assertThat(said(RosterSource.FILE, without, theirs).changed()).isEmpty();
	}

	@Test
	void aResultThatCameBeforeTheRosterFindsItsRunner() {
		RosterPlan plan = said(RosterSource.RUNSIGNUP, entry(7L, 101L, "Ann", "Marsh"), row(1, null, 101L, null, null));
		assertThat(after(plan).id()).isOne();
		assertThat(after(plan).entry().registrationId()).isEqualTo(7L);
	}

	@Test
	void ifTheRunnerIsThereAlreadyBothBecomeOne() {
		RosterPlan plan = said(RosterSource.RUNSIGNUP, entry(7L, 101L, "Ann", "Marsh"),
				row(1, 7L, null, "Ann", "Marsh"), row(2, null, 101L, null, null));
		assertThat(plan.merges()).containsExactly(new RosterPlan.Merge(2, 1));
		assertThat(after(plan).entry().bib()).isEqualTo(101L);
	}

	@Test
	void whoCameFromAFileIsFoundByNameUnlessBornOtherwise() {
		RosterRow fromFile = new RosterRow(1, new RosterEntry(null, null, "Ann", "O’Neil", BORN, null), false, false,
				false);
		assertThat(said(RosterSource.RUNSIGNUP, new RosterEntry(7L, 101L, "ann", "ONEIL", null, null), fromFile).ids())
			.containsExactly(1L);
		assertThat(said(RosterSource.RUNSIGNUP, new RosterEntry(7L, 101L, "Ann", "O'Neil", BORN.plusDays(1), null),
				fromFile)
			.added()).hasSize(1);
	}

	@Test
	void twoOfOneNameAreNotGuessed() {
		RosterPlan plan = said(RosterSource.FILE, entry(null, 103L, "Ann", "Marsh"), row(1, 7L, 101L, "Ann", "Marsh"),
				row(2, 8L, 102L, "Ann", "Marsh"));
		assertThat(plan.added()).hasSize(1);
	}

	@Test
	void aFileGivesBibsToWhoHasNone() {
		RosterPlan plan = said(RosterSource.FILE, entry(null, 103L, "Ann", "Marsh"), row(1, 7L, null, "Ann", "Marsh"));
		assertThat(after(plan).entry()).isEqualTo(entry(7L, 103L, "Ann", "Marsh"));
		assertThat(after(plan).bibSetHere()).isTrue();
	}

	@Test
	void nobodyIsMeantTwice() {
		RosterPlan plan = new RosterMatch(RosterSource.FILE, List.of(row(1, 7L, 101L, "Ann", "Marsh")))
			.plan(List.of(entry(null, 101L, "Ann", "Marsh"), entry(null, 101L, "Ann", "Marsh")));
		assertThat(plan.ids()).containsExactly(1L, null);
	}

	@Test
	void bibsMaySwap() {
		RosterPlan plan = new RosterMatch(RosterSource.RUNSIGNUP,
				List.of(row(1, 7L, 101L, "Ann", "Marsh"), row(2, 8L, 102L, "Bo", "Okafor")))
			.plan(List.of(entry(7L, 102L, "Ann", "Marsh"), entry(8L, 101L, "Bo", "Okafor")));
		assertThat(plan.changed()).extracting((changed) -> changed.after().entry().bib()).containsExactly(102L, 101L);
		assertThat(plan.merges()).isEmpty();
	}

	@Test
	void whoWasErasedStaysErasedAndWhoWasGoneComesBack() {
		RosterRow erased = new RosterRow(1, entry(7L, 101L, null, null), false, true, true);
		assertThat(after(said(RosterSource.RUNSIGNUP, entry(7L, 101L, "Ann", "Marsh"), erased)))
			.isEqualTo(new RosterRow(1, entry(7L, 101L, null, null), false, false, true));
	}

	private static RosterPlan said(RosterSource source, RosterEntry entry, RosterRow... known) {
		return new RosterMatch(source, List.of(known)).plan(List.of(entry));
	}

	private static RosterRow after(RosterPlan plan) {
		assertThat(plan.changed()).hasSize(1);
		return plan.changed().getFirst().after();
	}

	private static RosterEntry entry(@Nullable Long registration, @Nullable Long bib, @Nullable String first,
			@Nullable String last) {
		return new RosterEntry(registration, bib, first, last, null, null);
	}

	private static RosterRow row(long id, @Nullable Long registration, @Nullable Long bib, @Nullable String first,
			@Nullable String last) {
		return new RosterRow(id, entry(registration, bib, first, last), false, false, false);
	}

}
