package io.selftimed.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.selftimed.race.Event;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemotePage;
import io.selftimed.runsignup.RemoteResult;
import io.selftimed.runsignup.ResultSet;
import io.selftimed.runsignup.RunSignupReads;
import io.selftimed.runsignup.VirtualSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Compares what RunSignup shows of an event with what was delivered, a page at a time and
 * with no transaction open during a call. It sends nothing. A read that fails ends it:
 * what it saw until then stays true, nothing is called missing, and no gate is touched.
 */
@Component
class Comparison {

	/** So many rows are asked for at once. */
	static final int PAGE = 500;

	private static final Logger logger = LoggerFactory.getLogger(Comparison.class);

	private final Comparisons comparisons;

	private final Standings standings;

	private final RunSignupReads reads;

	private final Gates gates;

	Comparison(Comparisons comparisons, Standings standings, RunSignupReads reads, Gates gates) {
		this.comparisons = comparisons;
		this.standings = standings;
		this.reads = reads;
		this.gates = gates;
	}

	/**
	 * Compares the event whose turn it is.
	 * @param goOn whether to read another page; asked before each
	 * @return whether there was one
	 */
	boolean compareNext(BooleanSupplier goOn) {
		Optional<Comparing> next = this.comparisons.next();
		next.ifPresent((comparing) -> {
			End end = isPaused(comparing.event()) ? End.PAUSED : compare(comparing, goOn);
			if (end == End.STOPPED) {
				this.comparisons.drop(comparing);
				return;
			}
			this.comparisons.end(comparing, end.word());
			logger.info("Event {}: comparing it with RunSignup ended as {}", comparing.event().eventId(), end.word());
		});
		return next.isPresent();
	}

	private boolean isPaused(Event event) {
		return this.gates.closed().stream().anyMatch((gate) -> gate.stopsReads(event.race().raceId(), event.eventId()));
	}

	private End compare(Comparing comparing, BooleanSupplier goOn) {
		Event event = comparing.event();
		ReadAnswer<VirtualSettings> said = this.reads.virtualSettings(event.race().raceId(), event.eventId());
		Boolean approval = null;
		if (said instanceof ReadAnswer.Found<VirtualSettings>(VirtualSettings settings)) {
			approval = settings.requiresApproval();
			this.comparisons.needsApproval(event.eventId(), approval);
		}
		ReadAnswer<List<Long>> sets = resultSets(event);
		return switch (sets) {
			case ReadAnswer.NotFound<List<Long>> not -> End.of(not.why());
			case ReadAnswer.Found<List<Long>>(List<Long> all) -> compare(comparing, all, approval, goOn);
		};
	}

	/** Those that results went to; before that is known the one that the event names. */
	private ReadAnswer<List<Long>> resultSets(Event event) {
		List<Long> answered = this.standings.resultSets(event.eventId());
		Long named = event.individualResultSetId();
		if (!answered.isEmpty() || named != null) {
			return new ReadAnswer.Found<>((answered.isEmpty() && named != null) ? List.of(named) : answered);
		}
		return switch (this.reads.resultSets(event.race().raceId(), event.eventId())) {
			case ReadAnswer.Found<List<ResultSet>>(List<ResultSet> sets) ->
				new ReadAnswer.Found<>(sets.stream().map(ResultSet::resultSetId).toList());
			case ReadAnswer.NotFound<List<ResultSet>>(var why, var code, var wait, String message) ->
				new ReadAnswer.NotFound<>(why, code, wait, message);
		};
	}

	/**
	 * While several pages are read, a row may move from one that comes to one that is
	 * read already. So before anything is called missing, all of them are read once more.
	 */
	private End compare(Comparing comparing, List<Long> sets, @Nullable Boolean approval, BooleanSupplier goOn) {
		List<Listing> listings = new ArrayList<>();
		End end = readAll(comparing, sets, approval, listings, goOn);
		boolean clear = listings.stream().allMatch(Listing::isClear);
		if (end != End.WHOLE || !clear) {
			return end;
		}
		Standings.Absence absence = new Standings.Absence(Boolean.FALSE.equals(approval),
				listings.stream().anyMatch(Listing::isByBib));
		if (listings.stream().anyMatch(Listing::hasSeveralPages)
				&& !this.standings.absent(comparing, absence, 0).isEmpty()) {
			end = readAll(comparing, sets, approval, listings, goOn);
		}
		return (end == End.WHOLE) ? markMissing(comparing, absence, goOn) : end;
	}

	private End readAll(Comparing comparing, List<Long> sets, @Nullable Boolean approval, List<Listing> listings,
			BooleanSupplier goOn) {
		for (Long set : sets) {
			Listing listing = new Listing(PAGE);
			listings.add(listing);
			End end = read(comparing, set, Boolean.TRUE.equals(approval), listing, goOn);
			if (end != End.WHOLE) {
				return end;
			}
		}
		return End.WHOLE;
	}

	private End read(Comparing comparing, long set, boolean approvalNeeded, Listing listing, BooleanSupplier goOn) {
		Event event = comparing.event();
		while (!listing.isWhole()) {
			if (listing.isBroken()) {
				return End.FAILED;
			}
			if (!goOn.getAsBoolean() || !this.comparisons.hold(comparing)) {
				return End.STOPPED;
			}
			switch (this.reads.results(event.race().raceId(), event.eventId(), set, listing.nextPage(), PAGE)) {
				case ReadAnswer.NotFound<RemotePage<RemoteResult>> not -> {
					return End.of(not.why());
				}
				case ReadAnswer.Found<RemotePage<RemoteResult>>(RemotePage<RemoteResult> page) -> {
					if (listing.take(page)) {
						this.standings.compare(comparing, set, page.rows(), approvalNeeded);
					}
				}
			}
		}
		return End.WHOLE;
	}

	private End markMissing(Comparing comparing, Standings.Absence absence, BooleanSupplier goOn) {
		long after = 0;
		List<Standing> chunk = this.standings.absent(comparing, absence, after);
		while (!chunk.isEmpty()) {
			if (!goOn.getAsBoolean() || !this.comparisons.hold(comparing)) {
				return End.STOPPED;
			}
			chunk.stream()
				.filter((standing) -> standing.isMissedIfAbsent(absence.approvalNotNeeded()))
				.forEach((standing) -> this.standings.missing(comparing, standing));
			after = chunk.getLast().participantId();
			chunk = this.standings.absent(comparing, absence, after);
		}
		return End.WHOLE;
	}

	/**
	 * How a comparison may end.
	 */
	private enum End {

		/** Everything was read. */
		WHOLE,
		/** A closed gate stops it. */
		PAUSED,
		/** No lane was free for a read. */
		BUSY,
		/** A read failed. */
		FAILED,
		/** This replica stops, or another one has taken it over. */
		STOPPED;

		static End of(ReadAnswer.Why why) {
			return (why == ReadAnswer.Why.BUSY) ? BUSY : FAILED;
		}

		String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
