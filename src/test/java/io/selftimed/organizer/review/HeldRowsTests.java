package io.selftimed.organizer.review;

import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import io.selftimed.web.KeysetPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the queue shows of a runner's other submissions, and which are without doubts.
 */
@BothDatabases
class HeldRowsTests {

	private final TestDatabase database;

	private Harbor harbor;

	HeldRowsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void twoRunners() {
		this.database.clean();
		this.harbor = new Harbor(this.database.jdbc());
		this.harbor.runner(1, 101, "Marsh");
		this.harbor.runner(2, 102, "Okafor");
		for (int number = 1; number <= 5; number++) {
			this.harbor.finish(number, 1, number);
		}
		this.harbor.submission(Harbor.EVENT, 6, 1, 6, "DNF", "held");
		this.harbor.submission(Harbor.EVENT, 7, 1, 7, "DNS", "rejected");
		this.harbor.submission(Harbor.EVENT, 8, 2, 1, "DNF", "held");
	}

	@Test
	void theLatestOthersAreShownAndNotItself() {
		var rows = new HeldRows(this.database.jdbc()).held(Harbor.EVENT, 0, 20).rows();
		assertThat(rows).extracting(HeldRow::id).containsExactly(6L, 8L);
		assertThat(rows.getFirst().others()).isEqualTo(6);
		assertThat(rows.getFirst().latest()).extracting(HeldRow.Other::id).containsExactly(7L, 5L, 4L);
		assertThat(rows.getFirst().latest().get(1).clockTime()).hasToString("24:31.5");
		assertThat(rows.getLast().latest()).isEmpty();
	}

	@Test
	void thoseWithoutDoubtsAreLookedForInABoundedPartOfWhatWaits() {
		for (int number = 2; number <= 6; number++) {
			this.harbor.submission(Harbor.EVENT, 8 + number, 2, number, "DNF", "held");
		}
		this.database.jdbc().sql("update submission set held_for = 'every' where id in (10, 13, 14)").update();
		HeldRows held = new HeldRows(this.database.jdbc());
		assertThat(ids(held.plain(Harbor.EVENT, 0, 5, 2))).as("two that have doubts were met").isEmpty();
		assertThat(held.plain(Harbor.EVENT, 0, 5, 2).next()).as("and it goes on after them").isEqualTo(8);
		assertThat(ids(held.plain(Harbor.EVENT, 8, 5, 2))).containsExactly(10L);
		assertThat(ids(held.plain(Harbor.EVENT, 0, 5, 2000))).containsExactly(10L, 13L, 14L);
		assertThat(held.plain(Harbor.EVENT, 0, 5, 2000).next()).as("all were met").isNull();
		assertThat(ids(held.plain(Harbor.EVENT, 0, 2, 2000))).containsExactly(10L, 13L);
		assertThat(held.plain(Harbor.EVENT, 0, 2, 2000).next()).as("a full page").isEqualTo(13);
	}

	private static List<Long> ids(KeysetPage<HeldRow> page) {
		return page.rows().stream().map(HeldRow::id).toList();
	}

}
