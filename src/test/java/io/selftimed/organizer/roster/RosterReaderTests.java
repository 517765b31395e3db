package io.selftimed.organizer.roster;

import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rosters, read page by page and counted.
 */
@BothDatabases
class RosterReaderTests {

	private static final long EVENT = 41001;

	private static final int MET_AT_MOST = 40;

	private static final int AT_ONCE = 30;

	private final TestDatabase database;

	private final RosterReader reader;

	RosterReaderTests(TestDatabase database) {
		this.database = database;
		this.reader = new RosterReader(database.jdbc(), () -> HarborLights.NOON, 5, MET_AT_MOST);
	}

	@BeforeEach
	void clean() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	@Test
	void bibsComeInTheirOrderAndWhoHasNoneAtTheEnd() {
		participant(3, 7L, false);
		participant(1, 102L, false);
		participant(2, 7L, false);
		participant(5, null, false);
		participant(4, null, false);
		assertThat(pages(RosterView.ALL, 2)).containsExactly(List.of(2L, 3L), List.of(1L, 4L), List.of(5L));
		assertThat(pages(RosterView.ALL, 5)).containsExactly(List.of(2L, 3L, 1L, 4L, 5L));
	}

	@Test
	void eachPartHasItsOwnPeople() {
		participant(1, 101L, false);
		participant(2, 102L, false);
		participant(3, null, false);
		participant(4, 104L, true);
		result(1);
		this.database.jdbc().sql("update participant set registration_id = null where id = 2").update();
		assertThat(pages(RosterView.NO_RESULT, 50)).containsExactly(List.of(2L));
		assertThat(pages(RosterView.NO_BIB, 50)).containsExactly(List.of(3L));
		assertThat(pages(RosterView.UNREGISTERED, 50)).containsExactly(List.of(2L));
		assertThat(pages(RosterView.REMOVED, 50)).containsExactly(List.of(4L));
		assertThat(counter().count(EVENT, null).parts()).containsExactly(Map.entry("all", 4L),
				Map.entry("no-result", 1L), Map.entry("no-bib", 1L), Map.entry("unregistered", 1L),
				Map.entry("removed", 1L));
	}

	@Test
	void aPageEndsWhenItHasMetSoManyAndTheNextGoesOnThere() {
		many(MET_AT_MOST + 1);
		participant(900_000, 900_000L, true);
		participant(900_001, null, true);
		RosterPage first = this.reader.after(EVENT, RosterView.REMOVED, RosterKey.START, 50);
		assertThat(first.rows()).isEmpty();
		assertThat(first.metAll()).isTrue();
		assertThat(pages(RosterView.REMOVED, 50)).containsExactly(List.of(), List.of(900_000L, 900_001L));
	}

	@Test
	void aFullPageOfBibsIsFollowedByWhoHasNone() {
		participant(1, 101L, false);
		participant(2, 102L, false);
		participant(3, null, false);
		assertThat(pages(RosterView.NO_RESULT, 2)).containsExactly(List.of(1L, 2L));
		assertThat(pages(RosterView.ALL, 2)).containsExactly(List.of(1L, 2L), List.of(3L));
	}

	@Test
	void manyWithoutABibAreLookedThroughPieceByPieceToo() {
		many(MET_AT_MOST + 1);
		this.database.jdbc().sql("update participant set bib = null").update();
		participant(900_000, 1L, true);
		participant(900_001, null, true);
		assertThat(pages(RosterView.REMOVED, 50)).containsExactly(List.of(900_000L), List.of(900_001L));
	}

	@Test
	void aSmallRosterIsCountedAtOnceAndALargeOneBeside() {
		participant(1, 101L, false);
		CountedRosters figures = new CountedRosters(counter(), () -> HarborLights.NOON, AT_ONCE);
		assertThat(figures.of(EVENT)).hasValueSatisfying((count) -> {
			assertThat(count.everybody()).isOne();
			assertThat(count.countedAt()).isNull();
		});
		many(AT_ONCE);
		Optional<RosterCount> large = await().atMost(Duration.ofSeconds(20))
			.until(() -> figures.of(EVENT), Optional::isPresent);
		assertThat(large).hasValueSatisfying((count) -> {
			assertThat(count.everybody()).isEqualTo(AT_ONCE + 1);
			assertThat(count.withoutResult()).isEqualTo(AT_ONCE + 1);
			assertThat(count.countedAt()).isEqualTo(HarborLights.NOON);
		});
		result(1);
		assertThat(figures.of(EVENT)).as("a minute old at most").isEqualTo(large);
	}

	private RosterCounter counter() {
		return new RosterCounter(this.database.jdbc());
	}

	/** The ids on each page until there is no next one. */
	private List<List<Long>> pages(RosterView view, int rows) {
		List<List<Long>> pages = new ArrayList<>();
		RosterKey key = RosterKey.START;
		while (key != null) {
			RosterPage page = this.reader.after(EVENT, view, key, rows);
			pages.add(page.rows().stream().map(ListedParticipant::id).toList());
			key = (page.next() != null) ? RosterKey.of(page.next().word()) : null;
		}
		return pages;
	}

	private void participant(long id, @Nullable Long bib, boolean removed) {
		this.database.jdbc().sql("""
				insert into participant (id, event_id, registration_id, bib, last_name, removed_at)
				values (:id, 41001, :id, :bib, 'Marsh', case when :removed then current_timestamp end)
				""").param("id", id).param("bib", bib, Types.BIGINT).param("removed", removed).update();
	}

	private void many(int count) {
		String numbers = (this.database == TestDatabase.H2) ? "select \"X\" as n from system_range(1, " + count + ")"
				: "select n from generate_series(1, " + count + ") as n";
		this.database.jdbc().sql("""
				insert into participant (id, event_id, registration_id, bib, last_name)
				select 100000 + n, 41001, 100000 + n, 100000 + n, 'Marsh' from (%s) numbers
				""".formatted(numbers)).update();
	}

	private void result(long participant) {
		this.database.jdbc().sql("""
				insert into submission (id, event_id, participant_id, number, submitted_at, outcome, clock_time_ms,
					identity_shown, review, receipt_hash)
				values (:id, 41001, :id, 1, current_timestamp, 'FINISHED', 1500000, 'last-name', 'accepted', 'x')
				""").param("id", participant).update();
	}

}
