package io.selftimed.organizer.submissions;

import java.lang.reflect.RecordComponent;
import java.sql.Types;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.EventTab;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.Harbor;
import io.selftimed.organizer.RaceVisit;
import io.selftimed.organizer.WayBack;
import io.selftimed.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Finding submissions: each filter, all together, and page after page.
 */
@BothDatabases
class SubmissionFiltersTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private final TestDatabase database;

	private final SubmissionRows submissions;

	SubmissionFiltersTests(TestDatabase database) {
		this.database = database;
		this.submissions = new SubmissionRows(database.jdbc());
	}

	/** Marsh corrected once, Óscar O'Brien is held, Okafor refused, Reyes rejected. */
	@BeforeEach
	void world() {
		this.database.clean();
		Harbor harbor = new Harbor(this.database.jdbc());
		harbor.runner(1, 101, "Marsh");
		harbor.finish(31, 1, 1);
		harbor.finish(32, 1, 2);
		harbor.delivery(1, 32, "received");
		superseded(31);
		harbor.runner(2, 102, "Ó Brien-Şen");
		harbor.submission(Harbor.EVENT, 33, 2, 1, "DNF", "held");
		harbor.runner(3, 103, "Okafor");
		harbor.finish(34, 3, 1);
		harbor.doubts(34, "steep,minutes-as-hours");
		harbor.delivery(3, 34, "refused");
		harbor.runner(4, 31, "Reyes");
		harbor.submission(Harbor.EVENT, 35, 4, 1, "DNS", "rejected");
		harbor.runner(42001, 5, 101, "Marsh");
		harbor.submission(42001, 36, 5, 1, "DNF", "held");
		at(34, 1_200_000, "2026-08-02T03:59:59Z");
		at(35, null, "2026-08-02T04:00:00Z");
	}

	private void superseded(long id) {
		this.database.jdbc()
			.sql("insert into superseded_submission (submission_id, event_id) values (?, ?)")
			.params(id, Harbor.EVENT)
			.update();
	}

	private void at(long id, @Nullable Integer milliseconds, String moment) {
		this.database.jdbc()
			.sql("update submission set clock_time_ms = :time, submitted_at = cast(:at as timestamp with time zone) where id = :id")
			.param("time", milliseconds, Types.BIGINT)
			.param("at", moment)
			.param("id", id)
			.update();
	}

	private static ListForm form(String... fields) {
		Map<String, String> values = new HashMap<>();
		for (int field = 0; field < fields.length; field += 2) {
			values.put(fields[field], fields[field + 1]);
		}
		return new ListForm(values.get("q"), values.get("state"), values.get("outcome"), values.get("doubt"),
				values.get("timeFrom"), values.get("timeTo"), values.get("since"), values.get("until"),
				values.get("sort"), null);
	}

	private List<Long> found(String... fields) {
		ListFilter filter = ListReader.read(form(fields), NEW_YORK).filter();
		List<Long> all = new ArrayList<>();
		String after = null;
		do {
			ListedPage page = this.submissions.list(Harbor.EVENT, filter, after, 1);
			page.rows().forEach((row) -> all.add(row.id()));
			after = page.next();
		}
		while (after != null);
		return all;
	}

	@Test
	void aNumberIsABibOrAReference() {
		assertThat(found("q", "101")).containsExactly(32L, 31L);
		assertThat(found("q", "31")).containsExactly(35L, 31L);
		assertThat(found("q", "#33")).containsExactly(33L);
		assertThat(found("q", "36")).isEmpty();
		assertThat(found("q", "101", "state", "received")).containsExactly(32L);
	}

	@Test
	void whatABibHasSentIsSortedAsAskedFor() {
		at(31, 1_500_000, "2026-08-02T04:00:00Z");
		at(32, 1_400_000, "2026-08-02T05:00:00Z");
		assertThat(found("q", "101", "sort", "oldest")).containsExactly(31L, 32L);
		assertThat(found("q", "101", "sort", "fastest")).containsExactly(32L, 31L);
		assertThat(found("q", "101", "sort", "slowest")).containsExactly(31L, 32L);
		assertThat(found("q", "101", "sort", "fastest", "timeFrom", "24:00")).containsExactly(31L);
		assertThat(found("q", "31", "sort", "slowest")).as("what has no time comes last").containsExactly(31L, 35L);
		assertThat(found("q", "31", "sort", "fastest")).containsExactly(31L, 35L);
		assertThat(found("q", "31", "sort", "fastest", "timeFrom", "20:00")).containsExactly(31L);
	}

	@Test
	void aNameIsFoundByItsBeginningHoweverItIsTyped() {
		assertThat(found("q", "MAR")).containsExactly(31L, 32L);
		assertThat(found("q", "obrien")).containsExactly(33L);
		assertThat(found("q", "Ó Brien Ş")).containsExactly(33L);
		assertThat(found("q", "O")).containsExactly(33L, 34L);
		assertThat(found("q", "o", "state", "refused")).containsExactly(34L);
		assertThat(found("q", "arsh")).isEmpty();
		assertThat(found("q", "%")).isEmpty();
	}

	@Test
	void everyStateIsFound() {
		assertThat(found("state", "received")).containsExactly(32L);
		assertThat(found("state", "superseded")).containsExactly(31L);
		assertThat(found("state", "held")).containsExactly(33L);
		assertThat(found("state", "rejected")).containsExactly(35L);
		assertThat(found("state", "refused")).containsExactly(34L);
		assertThat(found("state", "waiting")).isEmpty();
		assertThat(found("state", "counting")).containsExactly(34L, 32L);
	}

	@Test
	void outcomesAndDoubtsAreFound() {
		assertThat(found("outcome", "FINISHED")).containsExactly(34L, 32L, 31L);
		assertThat(found("outcome", "DNF")).containsExactly(33L);
		assertThat(found("doubt", "any")).containsExactly(34L);
		assertThat(found("doubt", "steep")).containsExactly(34L);
		assertThat(found("doubt", "slower-than-expected")).isEmpty();
	}

	@Test
	void timesAreFoundInTheirOrder() {
		assertThat(found("timeFrom", "20")).containsExactly(34L, 31L, 32L);
		assertThat(found("timeFrom", "20:00", "timeTo", "24:31")).containsExactly(34L);
		assertThat(found("sort", "slowest")).containsExactly(32L, 31L, 34L);
		assertThat(found("sort", "fastest", "state", "superseded")).containsExactly(31L);
		assertThat(found("timeFrom", "20:00", "sort", "newest")).containsExactly(34L, 32L, 31L);
	}

	@Test
	void aDayIsTheRacesDay() {
		assertThat(found("since", "2026-08-01", "until", "2026-08-02")).containsExactly(34L, 33L, 32L, 31L);
		assertThat(found("since", "2026-08-02T00:00")).containsExactly(35L);
		assertThat(found("until", "2026-08-01T12:00:01", "sort", "oldest")).containsExactly(31L, 32L, 33L);
	}

	@Test
	void filtersWorkTogether() {
		assertThat(found("state", "counting", "outcome", "FINISHED", "doubt", "any", "since", "2026-08-01"))
			.containsExactly(34L);
		assertThat(found("state", "received", "outcome", "DNF")).isEmpty();
		assertThat(found("state", "superseded", "timeTo", "20:00")).isEmpty();
	}

	@Test
	void whatCannotBeReadIsNamedAndFiltersNothing() {
		ListReader.Reading reading = ListReader.read(form("timeFrom", "fast", "since", "soon", "state", "x"), NEW_YORK);
		assertThat(reading.unread()).containsExactlyInAnyOrder("timeFrom", "since", "state");
		assertThat(reading.filter()).isEqualTo(ListFilter.NONE);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.submissions.list(Harbor.EVENT, ListFilter.NONE, "1~x~1", 1));
	}

	@Test
	void anOrderThatLeavesOutWhatHasNoTimeSaysSo() {
		assertThat(view("sort", "fastest").leavesOutTimeless()).isTrue();
		assertThat(view("sort", "slowest", "state", "held").leavesOutTimeless()).isTrue();
		assertThat(view("sort", "newest").leavesOutTimeless()).isFalse();
		assertThat(view("sort", "fastest", "q", "101").leavesOutTimeless()).as("few are listed to the last").isFalse();
		assertThat(view("sort", "fastest", "timeTo", "30:00").leavesOutTimeless()).as("the filter does").isFalse();
		assertThat(found("q", "mar", "sort", "fastest")).as("a name has its own order").containsExactly(31L, 32L);
	}

	private static ListView view(String... fields) {
		ListReader.Reading reading = ListReader.read(form(fields), NEW_YORK);
		return new ListView(new ListAddress("harbor-5k", form(fields).values()), reading.filter(), reading.unread(),
				true);
	}

	@Test
	void theWayBackTakesEveryFilterAlong() {
		List<String> names = Arrays.stream(ListForm.class.getRecordComponents()).map(RecordComponent::getName).toList();
		Map<String, String> all = new HashMap<>();
		names.forEach((name) -> all.put(name, name));
		EventVisit visit = new EventVisit(new RaceVisit(7, Role.VIEWER, 4100, "Harbor Lights", NEW_YORK), Harbor.EVENT,
				"harbor-5k", "Harbor 5K");
		assertThat(WayBack.to(visit, EventTab.SUBMISSIONS).with(all).view()).containsOnlyKeys(names);
		assertThat(new ListForm("a", "b", "c", "d", "e", "f", "g", "h", "i", "j").view()).containsOnlyKeys(names);
	}

	@Test
	void theAddressKeepsEverythingButWhatIsTakenOff() {
		ListAddress address = new ListAddress("harbor-5k", form("q", "a&b=c", "state", "held").values());
		assertThat(address.after("5~5~5"))
			.isEqualTo("/organizer/events/harbor-5k/submissions?q=a%26b%3Dc&state=held&after=5~5~5");
		assertThat(address.without("q")).isEqualTo("/organizer/events/harbor-5k/submissions?state=held");
	}

	@Test
	void aPageThatLookedThroughManyGoesOnWhereItStopped() {
		this.database.jdbc().sql("delete from superseded_submission").update();
		this.database.jdbc().sql("delete from delivery").update();
		String numbers = (this.database == TestDatabase.H2) ? "select \"X\" as n from system_range(1001, 7000)"
				: "select n from generate_series(1001, 7000) as n";
		this.database.jdbc().sql("""
				insert into submission (id, event_id, participant_id, number, submitted_at, outcome, identity_shown,
					review, receipt_hash)
				select n, 41001, 1, n, timestamp with time zone '2026-08-01 00:00:00+00', 'DNF', 'last-name',
					'accepted', concat('many-', n) from (%s) numbers
				""".formatted(numbers)).update();
		ListFilter filter = ListReader.read(form("outcome", "DNF", "doubt", "steep"), NEW_YORK).filter();
		ListedPage page = this.submissions.list(Harbor.EVENT, filter, null, 50);
		assertThat(page.rows()).isEmpty();
		assertThat(page.metAll()).isTrue();
		assertThat(page.next()).isEqualTo("2001~2001~922337203685477580");
		assertThat(this.submissions.list(Harbor.EVENT, filter, page.next(), 50).next()).isNull();
	}

}
