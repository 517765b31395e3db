package io.selftimed.organizer.submissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.selftimed.organizer.NameKey;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a filtered list is read: along the one index that narrows it most in the order
 * asked for, while the other filters are applied to what is met on the way. H2 walks
 * along an index only if the order names each of its columns.
 */
final class ListWalk {

	/** So many are met at most for one page, however few of them match. */
	static final int MET_AT_MOST = 5000;

	/** So many are met at first for each that is asked for. */
	private static final int MET_FOR_EACH = 10;

	private static final long ABOVE_EVERY_TIME = 999_999_999_999_999_999L;

	private static final long BELOW_EVERY_TIME = 0;

	/** Above every character of a {@link NameKey}. */
	private static final String LAST = "\uFFFD";

	/** States that few submissions have for long, so that they narrow a list most. */
	private static final Set<SubmissionState> RARE = Set.of(SubmissionState.HELD, SubmissionState.REJECTED,
			SubmissionState.WITHDRAWN, SubmissionState.SUPERSEDED, SubmissionState.WAITING, SubmissionState.REFUSED,
			SubmissionState.TOO_LATE);

	private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

	private final List<String> rest = new ArrayList<>();

	private final ListFilter filter;

	private final Path path;

	private ListWalk(long eventId, ListFilter filter) {
		this.parameters.put("event", eventId);
		this.filter = filter;
		this.path = path();
		if (this.path.isNarrowedBy() != Narrowing.STATE) {
			leaveState();
		}
		if (filter.counting()) {
			this.rest.add("s.review = 'accepted' and d.wanted_submission_id = s.id");
		}
		if (this.path.isNarrowedBy() != Narrowing.OUTCOME) {
			leave("s.outcome = :outcome", "outcome", name(filter.outcome()));
		}
		if (this.path.isNarrowedBy() != Narrowing.DOUBT) {
			leaveDoubt();
		}
		if (this.path.isNarrowedBy() != Narrowing.TIME) {
			leave("s.clock_time_ms >= :timeFrom", "timeFrom", filter.timeFrom());
			leave("s.clock_time_ms < :timeTo", "timeTo", filter.timeTo());
		}
		if (this.path.isNarrowedBy() != Narrowing.MOMENT) {
			leave("s.submitted_at >= :since", "since", Moments.utc(filter.since()));
			leave("s.submitted_at < :until", "until", Moments.utc(filter.until()));
		}
	}

	static ListWalk of(long eventId, ListFilter filter) {
		return new ListWalk(eventId, filter);
	}

	/** What the list is sorted by. */
	ListKey.Kind kind() {
		return this.path.kind();
	}

	/**
	 * How many are met at first for one page; mostly that is enough.
	 * @param asked how many are asked for
	 */
	int mostAtFirst(int asked) {
		return isPicky() ? asked * MET_FOR_EACH : asked;
	}

	/** Whether what is met on the way may not be listed. */
	boolean isPicky() {
		return !this.rest.isEmpty() || this.path.byRunner();
	}

	Map<String, @Nullable Object> parameters() {
		return this.parameters;
	}

	/**
	 * The submissions of a page: their id, and the key they are sorted by.
	 * @param key where the last page ended, null for the first
	 */
	String found(@Nullable ListKey key) {
		List<String> conditions = new ArrayList<>(this.rest);
		if (key != null && this.path.byRunner()) {
			conditions.add("(c.k <> :keyValue or c.owner <> :keyOwner or s.id > :keySubmission)");
		}
		return """
				select s.id as id, c.k as k, c.owner as owner from (%s) c
					join submission s on %s
					left join participant p on p.id = s.participant_id
					left join delivery d on d.participant_id = s.participant_id
				%s order by %s fetch first :limit rows only
				""".formatted(met(key) + " fetch first :most rows only",
				this.path.byRunner() ? "s.participant_id = c.owner" : "s.id = c.owner",
				conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions), order("c.k, c.owner, s.id"));
	}

	/** The last that a page may meet, if there are so many. */
	String lastMet(@Nullable ListKey key) {
		return met(key) + " offset :before rows fetch first 1 rows only";
	}

	/** How rows are sorted, as a list of columns. */
	String order(String columns) {
		return this.filter.order().isDescending() ? columns.replace(",", " desc,") + " desc" : columns;
	}

	private String met(@Nullable ListKey key) {
		String where = this.path.where() + ((key != null) ? " and " + after(key) : "");
		return "select %s as owner, %s as k from %s where %s order by %s".formatted(this.path.owner(), this.path.key(),
				this.path.table(), where, order(this.path.order()));
	}

	private String after(ListKey key) {
		String beyond = this.filter.order().isDescending() ? "<" : ">";
		this.parameters.put("keyOwner", key.owner());
		if (this.path.key().equals(this.path.owner())) {
			return "%s %s :keyOwner".formatted(this.path.owner(), beyond);
		}
		this.parameters.put("keyValue", key.value());
		this.parameters.put("keySubmission", key.submission());
		return "%1$s %3$s= :keyValue and (%1$s %3$s :keyValue or %2$s %3$s%4$s :keyOwner)".formatted(this.path.key(),
				this.path.owner(), beyond, this.path.byRunner() ? "=" : "");
	}

	private Path path() {
		if (this.filter.number() != null) {
			return byNumber(this.filter.number());
		}
		if (this.filter.name() != null) {
			return byName(this.filter.name());
		}
		if (this.filter.order().isByTime()) {
			return byTime();
		}
		return byAge();
	}

	/** Few enough to be sorted in any way; by time, what has none comes last. */
	private Path byNumber(long number) {
		this.parameters.put("number", number);
		boolean byTime = this.filter.order().isByTime();
		String timeless = String.valueOf(this.filter.order().isDescending() ? BELOW_EVERY_TIME : ABOVE_EVERY_TIME);
		return new Path(Narrowing.NUMBER, ListKey.Kind.NUMBER, """
				(select x.id as id, coalesce(x.clock_time_ms, %1$s) as time_or_last
					from participant b join submission x on x.participant_id = b.id
					where b.event_id = :event and b.bib = :number
				union select y.id, coalesce(y.clock_time_ms, %1$s) from submission y
					where y.id = :number and y.event_id = :event) s""".formatted(timeless),
				byTime ? "s.time_or_last" : "s.id", "s.id", "s.id > 0", byTime ? "s.time_or_last, s.id" : "s.id");
	}

	private Path byName(String name) {
		this.parameters.put("nameFrom", name);
		this.parameters.put("nameTo", name + LAST);
		return new Path(Narrowing.NAME, ListKey.Kind.NAME, "participant p", "p.name_key", "p.id",
				"p.event_id = :event and p.name_key >= :nameFrom and p.name_key < :nameTo",
				"p.event_id, p.name_key, p.id");
	}

	private Path byTime() {
		Long from = this.filter.timeFrom();
		Long to = this.filter.timeTo();
		this.parameters.put("timeFrom", (from != null) ? from : 0L);
		this.parameters.put("timeTo", (to != null) ? to : Long.MAX_VALUE);
		return new Path(Narrowing.TIME, ListKey.Kind.NUMBER, "submission s", "s.clock_time_ms", "s.id",
				"s.event_id = :event and s.clock_time_ms >= :timeFrom and s.clock_time_ms < :timeTo",
				"s.event_id, s.clock_time_ms, s.id");
	}

	private Path byAge() {
		SubmissionState state = this.filter.state();
		if (state != null && RARE.contains(state)) {
			return byState(state);
		}
		if (this.filter.doubt() != null && this.filter.doubt().equals("any")) {
			return submissions(Narrowing.DOUBT, "s.doubtful", "true");
		}
		if (this.filter.outcome() != null && this.filter.outcome() != Outcome.FINISHED) {
			return byOutcome();
		}
		if (this.filter.hasMoments()) {
			return byMoment();
		}
		if (this.filter.doubt() != null) {
			return withDoubt();
		}
		if (state != null) {
			return byState(state);
		}
		return (this.filter.outcome() != null) ? byOutcome() : submissions(Narrowing.NOTHING, null, "");
	}

	/** All that are doubted; which doubt it is, is looked at on the way. */
	private Path withDoubt() {
		return submissions(Narrowing.NOTHING, "s.doubtful", "true");
	}

	private Path byOutcome() {
		this.parameters.put("outcome", name(this.filter.outcome()));
		return submissions(Narrowing.OUTCOME, "s.outcome", ":outcome");
	}

	private Path byMoment() {
		this.parameters.put("since", Moments.utc(Moments.orEarliest(this.filter.since())));
		this.parameters.put("until", Moments.utc(Moments.orLatest(this.filter.until())));
		return new Path(Narrowing.MOMENT, ListKey.Kind.MOMENT, "submission s", "s.submitted_at", "s.id",
				"s.event_id = :event and s.submitted_at >= :since and s.submitted_at < :until",
				"s.event_id, s.submitted_at, s.id");
	}

	private Path byState(SubmissionState state) {
		return switch (state) {
			case HELD, REJECTED -> {
				this.parameters.put("state", state.word());
				yield submissions(Narrowing.STATE, "s.review", ":state");
			}
			case SUPERSEDED -> new Path(Narrowing.STATE, ListKey.Kind.NUMBER, "superseded_submission s",
					"s.submission_id", "s.submission_id", "s.event_id = :event", "s.event_id, s.submission_id");
			default -> {
				this.parameters.put("state", state.word());
				yield new Path(Narrowing.STATE, ListKey.Kind.NUMBER, "delivery d", "d.wanted_submission_id",
						"d.wanted_submission_id",
						"d.event_id = :event and d.state = :state and d.wanted_submission_id > 0",
						"d.event_id, d.state, d.wanted_submission_id");
			}
		};
	}

	/** That ids are above 0 tells H2 which of the event's indexes has the order. */
	private static Path submissions(Narrowing narrowing, @Nullable String column, String value) {
		return new Path(narrowing, ListKey.Kind.NUMBER, "submission s", "s.id", "s.id",
				"s.event_id = :event and s.id > 0" + ((column != null) ? " and " + column + " = " + value : ""),
				"s.event_id, " + ((column != null) ? column + ", " : "") + "s.id");
	}

	private void leaveState() {
		SubmissionState state = this.filter.state();
		if (state == null) {
			return;
		}
		switch (state) {
			case HELD, REJECTED -> leave("s.review = :state", "state", state.word());
			case SUPERSEDED -> this.rest
				.add("s.review = 'accepted' and (d.wanted_submission_id is null or d.wanted_submission_id <> s.id)");
			default -> leave("s.review = 'accepted' and d.wanted_submission_id = s.id and d.state = :state", "state",
					state.word());
		}
	}

	private void leaveDoubt() {
		String doubt = this.filter.doubt();
		if (doubt != null) {
			leave(doubt.equals("any") ? "s.doubtful = true" : "concat(',', s.doubts, ',') like :doubt", "doubt",
					"%," + doubt + ",%");
		}
	}

	private void leave(String condition, String parameter, @Nullable Object value) {
		if (value != null) {
			this.rest.add(condition);
			this.parameters.put(parameter, value);
		}
	}

	private static @Nullable String name(@Nullable Outcome outcome) {
		return (outcome != null) ? outcome.name() : null;
	}

	/** Which filter an index takes over. */
	private enum Narrowing {

		NOTHING, NUMBER, NAME, TIME, MOMENT, STATE, DOUBT, OUTCOME

	}

	/**
	 * What is walked along.
	 *
	 * @param isNarrowedBy the filter that the index takes over
	 * @param kind what is sorted by
	 * @param table what is walked through
	 * @param key the column that is sorted by
	 * @param owner the column of the id
	 * @param where which are met
	 * @param order each column of the index
	 */
	private record Path(Narrowing isNarrowedBy, ListKey.Kind kind, String table, String key, String owner, String where,
			String order) {

		/** Whether runners are met, and with each all that they sent. */
		boolean byRunner() {
			return this.isNarrowedBy == Narrowing.NAME;
		}

	}

}
