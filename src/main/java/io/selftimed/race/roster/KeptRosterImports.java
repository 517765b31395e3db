package io.selftimed.race.roster;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.selftimed.security.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps files in the table {@code roster_import}, so that any replica shows them.
 */
@Service
class KeptRosterImports implements RosterImports {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final int SHOWN_PROBLEMS = 100;

	private static final int SHOWN_LINES = 5;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final RosterRows rows;

	private final Merging merging;

	private final Audit audit;

	private final InstantSource time;

	KeptRosterImports(JdbcClient jdbc, TransactionOperations transactions, RosterRows rows, Merging merging,
			Audit audit, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.rows = rows;
		this.merging = merging;
		this.audit = audit;
		this.time = time;
	}

	@Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.jdbc.sql("delete from roster_import where at <= :before")
			.param("before", this.time.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

	@Override
	public Kept keep(long eventId, long organizerId, byte[] content) {
		if (content.length > LARGEST) {
			return new Kept.Refused("organizer.import.large", List.of());
		}
		try {
			String text = RosterFile.text(content);
			RosterColumns columns = RosterColumns.guess(RosterFile.read(text));
			return new Kept.Here(keep(eventId, organizerId, text, columns));
		}
		catch (RosterFile.Unreadable ex) {
			return new Kept.Refused(Objects.requireNonNull(ex.getMessage()), ex.arguments());
		}
	}

	private long keep(long eventId, long organizerId, String text, RosterColumns columns) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			this.jdbc.sql("delete from roster_import where event_id = :event and organizer_id = :organizer")
				.param("event", eventId)
				.param("organizer", organizerId)
				.update();
			GeneratedKeyHolder keys = new GeneratedKeyHolder();
			this.jdbc.sql("""
					insert into roster_import (event_id, organizer_id, at, content, columns)
					values (:event, :organizer, :at, :content, :columns)
					""")
				.param("event", eventId)
				.param("organizer", organizerId)
				.param("at", this.time.instant().atOffset(ZoneOffset.UTC))
				.param("content", text)
				.param("columns", columns.stored())
				.update(keys, "id");
			return Objects.requireNonNull(keys.getKey()).longValue();
		}));
	}

	private Optional<Looked> look(long eventId, long importId) {
		return this.jdbc.sql("select content, columns from roster_import where event_id = :event and id = :id")
			.param("event", eventId)
			.param("id", importId)
			.query((row, number) -> looked(row.getString("content"), RosterColumns.of(row.getString("columns"))))
			.optional();
	}

	private static Looked looked(String content, RosterColumns columns) {
		try {
			RosterFile file = RosterFile.read(content);
			return new Looked(file, columns, new RosterReading(file, columns));
		}
		catch (RosterFile.Unreadable ex) {
			throw new IllegalStateException("A file that was read before cannot be read any more", ex);
		}
	}

	@Override
	public Optional<Preview> preview(long eventId, long importId) {
		return look(eventId, importId).map((looked) -> {
			List<RosterRow> known = this.rows.all(eventId);
			RosterPlan plan = new RosterMatch(RosterSource.FILE, known).plan(looked.reading.entries());
			List<LineProblem> problems = problems(looked.reading, plan, known);
			int lines = looked.file.lines().size();
			int met = (int) plan.ids().stream().filter(Objects::nonNull).count();
			return new Preview(looked.file.headings(), looked.columns,
					looked.file.lines().stream().limit(SHOWN_LINES).map(RosterFile.Line::cells).toList(), lines,
					plan.added().size(), plan.changed().size(), met - plan.changed().size(), known.size() - met,
					(int) looked.reading.entries().stream().filter((entry) -> entry.bib() == null).count(),
					problems.stream().limit(SHOWN_PROBLEMS).toList(), problems.size());
		});
	}

	/** Of single lines, and of bibs that others of the roster would share. */
	private static List<LineProblem> problems(RosterReading reading, RosterPlan plan, List<RosterRow> known) {
		List<LineProblem> problems = new ArrayList<>(reading.problems());
		Map<Long, RosterRow> after = new HashMap<>();
		known.stream().filter((row) -> !row.removed()).forEach((row) -> after.put(row.id(), row));
		plan.changed().forEach((changed) -> after.put(changed.after().id(), changed.after()));
		plan.merges().forEach((merge) -> after.remove(merge.nameless()));
		Set<@Nullable Long> inFile = new HashSet<>(plan.ids());
		Set<Long> others = after.values()
			.stream()
			.filter((row) -> !inFile.contains(row.id()) && !isNameless(row))
			.map((row) -> row.entry().bib())
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.collect(Collectors.toSet());
		for (int entry = 0; entry < reading.entries().size(); entry++) {
			Long bib = reading.entries().get(entry).bib();
			if (bib != null && others.contains(bib)) {
				problems.add(new LineProblem(reading.lineOf(entry), "organizer.import.line.bib.others",
						List.of(String.valueOf(bib))));
			}
		}
		return problems;
	}

	private static boolean isNameless(RosterRow row) {
		return row.entry().registrationId() == null && row.entry().lastName() == null && !row.erased();
	}

	@Override
	public boolean match(long eventId, long importId, RosterColumns columns) {
		return this.jdbc.sql("update roster_import set columns = :columns where event_id = :event and id = :id")
			.param("columns", columns.stored())
			.param("event", eventId)
			.param("id", importId)
			.update() == 1;
	}

	@Override
	public Optional<Taken> take(long eventId, long importId) {
		Optional<RosterPlan> taken = Objects.requireNonNull(this.transactions.execute((status) -> {
			Optional<RosterPlan> plan = look(eventId, importId).flatMap((looked) -> faultless(eventId, looked));
			plan.ifPresent((one) -> {
				this.rows.change(one.changed());
				this.rows.add(eventId, one.added(), RosterSource.FILE);
				discard(eventId, importId);
				this.audit.write("roster-imported", raceOf(eventId), "event:" + eventId);
			});
			return plan;
		}));
		taken.ifPresent((plan) -> plan.merges().forEach((merge) -> this.merging.merge(eventId, merge)));
		return taken.map((plan) -> new Taken(plan.added().size(), plan.changed().size()));
	}

	private Optional<RosterPlan> faultless(long eventId, Looked looked) {
		List<RosterRow> known = this.rows.all(eventId);
		RosterPlan plan = new RosterMatch(RosterSource.FILE, known).plan(looked.reading.entries());
		return problems(looked.reading, plan, known).isEmpty() ? Optional.of(plan) : Optional.empty();
	}

	private Long raceOf(long eventId) {
		return this.jdbc.sql("select race_id from event where event_id = :event")
			.param("event", eventId)
			.query((row, number) -> row.getLong(1))
			.single();
	}

	@Override
	public boolean discard(long eventId, long importId) {
		return this.jdbc.sql("delete from roster_import where event_id = :event and id = :id")
			.param("event", eventId)
			.param("id", importId)
			.update() == 1;
	}

	/**
	 * A file as it is read now.
	 */
	private record Looked(RosterFile file, RosterColumns columns, RosterReading reading) {
	}

}
