package io.selftimed.submission;

import java.time.Instant;
import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an organizer enters for runners, whoever they are on the roster.
 */
@BothDatabases
class OnBehalfTests {

	private final TestDatabase database;

	private final OnBehalf onBehalf;

	OnBehalfTests(TestDatabase database) {
		this.database = database;
		this.onBehalf = new SubmissionTables(database, () -> Instant.parse("2026-08-01T16:00:00Z"), (event) -> {
		}, 20).onBehalf();
	}

	@BeforeEach
	void twoShareABibAndOneHasNone() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().participant(1, 101, "Marsh").participant(2, 102, "Okafor");
		this.database.jdbc().sql("update participant set bib = 101 where id = 2").update();
		this.database.jdbc()
			.sql("insert into participant (id, event_id, registration_id, last_name) values (3, 41001, 41001103, 'Lund')")
			.update();
	}

	@Test
	void aSharedBibDoesNotSayWhoseItIsAndTheRunnerDoes() {
		assertThat(enter("101", null, "24", null)).isInstanceOfSatisfying(OnBehalf.Entry.Refused.class,
				(refused) -> assertThat(refused.reasons().getFirst().text()).contains("Several runners", "101"));
		assertThat(enter("", "2", "24", null)).isInstanceOf(OnBehalf.Entry.Taken.class);
		assertThat(entered()).containsExactly("2 101");
	}

	@Test
	void aRunnerWithoutABibIsServed() {
		assertThat(enter(null, "3", "24", null)).isInstanceOf(OnBehalf.Entry.Taken.class);
		assertThat(entered()).containsExactly("3 null");
	}

	@Test
	void whoIsNotOnThisRosterIsRefused() {
		for (String nobody : List.of("99", "x", "999999999999999999999")) {
			assertThat(enter(null, nobody, "24", null)).isInstanceOfSatisfying(OnBehalf.Entry.Refused.class,
					(refused) -> assertThat(refused.reasons().getFirst().field()).isEqualTo("participant"));
		}
		assertThat(entered()).isEmpty();
	}

	@Test
	void aDoubtIsAskedOnceAndAnotherDoubtAnew() {
		OnBehalf.Entry first = enter(null, "3", "5", null);
		assertThat(first).isInstanceOfSatisfying(OnBehalf.Entry.Doubted.class,
				(doubted) -> assertThat(doubted.doubts().getFirst()).contains("faster than anybody"));
		String sure = ((OnBehalf.Entry.Doubted) first).sure();
		assertThat(enter(null, "3", "6", sure)).isInstanceOf(OnBehalf.Entry.Doubted.class);
		assertThat(entered()).isEmpty();
		assertThat(enter(null, "3", "5", sure)).isInstanceOf(OnBehalf.Entry.Taken.class);
		assertThat(entered()).hasSize(1);
	}

	private OnBehalf.Entry enter(@Nullable String bib, @Nullable String participant, String minutes,
			@Nullable String sure) {
		return this.onBehalf.enter(41001,
				new OnBehalf.Typed(bib, "FINISHED", "0", minutes, "0", "10", "m", "1", null, null, participant, sure),
				7);
	}

	private List<String> entered() {
		return this.database.jdbc()
			.sql("select participant_id, bib from submission order by id")
			.query((row, number) -> row.getLong(1) + " " + row.getObject(2))
			.list();
	}

}
