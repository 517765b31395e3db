package io.selftimed.organizer.review;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the queue shows of a runner's other submissions.
 */
@BothDatabases
class HeldRowsTests {

	private final TestDatabase database;

	HeldRowsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void twoRunners() {
		this.database.clean();
		Harbor harbor = new Harbor(this.database.jdbc());
		harbor.runner(1, 101, "Marsh");
		harbor.runner(2, 102, "Okafor");
		for (int number = 1; number <= 5; number++) {
			harbor.finish(number, 1, number);
		}
		harbor.submission(Harbor.EVENT, 6, 1, 6, "DNF", "held");
		harbor.submission(Harbor.EVENT, 7, 1, 7, "DNS", "rejected");
		harbor.submission(Harbor.EVENT, 8, 2, 1, "DNF", "held");
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

}
