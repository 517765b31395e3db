package io.selftimed.race.roster;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.selftimed.race.Event;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemotePage;
import io.selftimed.runsignup.RemoteParticipant;
import io.selftimed.runsignup.RemovedParticipant;
import io.selftimed.runsignup.RunSignupReads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fetches a roster from RunSignup, a page at a time and with no transaction open during a
 * call. A read that fails ends it: what was read until then stays, and nobody is flagged
 * as gone.
 */
@Component
class RosterFetch {

	/** So many rows are asked for at once. */
	static final int PAGE = 500;

	/** RunSignup must end somewhere: 500,000 participants. */
	private static final int MOST_PAGES = 1000;

	private static final Logger logger = LoggerFactory.getLogger(RosterFetch.class);

	private final RosterFetches fetches;

	private final RosterRows rows;

	private final Merging merging;

	private final RunSignupReads reads;

	private final Gates gates;

	private final TransactionOperations transactions;

	private final InstantSource time;

	RosterFetch(RosterFetches fetches, RosterRows rows, Merging merging, RunSignupReads reads, Gates gates,
			TransactionOperations transactions, InstantSource time) {
		this.fetches = fetches;
		this.rows = rows;
		this.merging = merging;
		this.reads = reads;
		this.gates = gates;
		this.transactions = transactions;
		this.time = time;
	}

	/**
	 * Fetches the roster whose turn it is.
	 * @param goOn whether to read another page; asked before each
	 * @return whether there was one
	 */
	boolean fetchNext(BooleanSupplier goOn) {
		Optional<RosterFetching> next = this.fetches.next();
		next.ifPresent((fetching) -> {
			End end = isPaused(fetching.event()) ? End.PAUSED : fetch(fetching, goOn);
			if (end == End.STOPPED) {
				this.fetches.drop(fetching);
				return;
			}
			this.fetches.end(fetching, end);
			logger.info("Event {}: fetching its roster ended as {}", fetching.event().eventId(), end.word());
		});
		return next.isPresent();
	}

	private boolean isPaused(Event event) {
		return this.gates.closed().stream().anyMatch((gate) -> gate.stopsReads(event.race().raceId(), event.eventId()));
	}

	private End fetch(RosterFetching fetching, BooleanSupplier goOn) {
		Listed listed = new Listed();
		End end = readAll(fetching, listed, goOn);
		if (end != End.WHOLE) {
			return end;
		}
		if (!fetching.isWhole()) {
			return readRemoved(fetching, goOn);
		}
		return compare(fetching, listed, goOn);
	}

	private End readAll(RosterFetching fetching, Listed listed, BooleanSupplier goOn) {
		Event event = fetching.event();
		for (int number = 1; number <= MOST_PAGES; number++) {
			if (!goOn.getAsBoolean() || !this.fetches.hold(fetching)) {
				return End.STOPPED;
			}
			switch (this.reads.participants(event.race().raceId(), event.eventId(), number, PAGE,
					fetching.changesSince())) {
				case ReadAnswer.NotFound<RemotePage<RemoteParticipant>> not -> {
					return End.of(not.why());
				}
				case ReadAnswer.Found<RemotePage<RemoteParticipant>>(RemotePage<RemoteParticipant> page) -> {
					boolean news = listed.take(page);
					write(fetching, page.rows());
					if (!page.isFull(PAGE)) {
						return End.WHOLE;
					}
					if (!news) {
						return End.FAILED;
					}
				}
			}
		}
		return End.FAILED;
	}

	private void write(RosterFetching fetching, List<RemoteParticipant> page) {
		List<RosterEntry> entries = page.stream().map(RosterEntry::of).toList();
		Set<Long> registrations = page.stream().map(RemoteParticipant::registrationId).collect(Collectors.toSet());
		long eventId = fetching.event().eventId();
		RosterPlan plan = Objects.requireNonNull(this.transactions.execute((status) -> {
			RosterPlan one = new RosterMatch(RosterSource.RUNSIGNUP, this.rows.known(eventId, registrations))
				.plan(entries);
			this.rows.change(one.changed());
			this.rows.add(eventId, one.added(), RosterSource.RUNSIGNUP);
			return one;
		}));
		plan.merges().forEach((merge) -> this.merging.merge(eventId, merge));
		this.fetches.count(fetching, page.size(), plan.added().size(), plan.changed().size(), 0);
	}

	/** Between whole listings, RunSignup's own list says who went. */
	private End readRemoved(RosterFetching fetching, BooleanSupplier goOn) {
		Event event = fetching.event();
		Set<Long> met = new HashSet<>();
		for (int number = 1; number <= MOST_PAGES; number++) {
			if (!goOn.getAsBoolean() || !this.fetches.hold(fetching)) {
				return End.STOPPED;
			}
			switch (this.reads.removedParticipants(event.race().raceId(), event.eventId(), number, PAGE)) {
				case ReadAnswer.NotFound<RemotePage<RemovedParticipant>> not -> {
					return End.of(not.why());
				}
				case ReadAnswer.Found<RemotePage<RemovedParticipant>>(RemotePage<RemovedParticipant> page) -> {
					boolean news = page.rows()
						.stream()
						.map((one) -> met.add(one.registrationId()))
						.reduce(false, Boolean::logicalOr);
					page.rows().forEach((one) -> flag(fetching, one.registrationId(), one.reason()));
					if (!page.isFull(PAGE) || !news) {
						return End.CHANGES;
					}
				}
			}
		}
		return End.CHANGES;
	}

	/**
	 * Who was not listed is gone. While several pages are read, a row may move from one
	 * that comes to one that is read already, so all of them are read once more first;
	 * and if less than half of the roster is there, RunSignup is not believed.
	 */
	private End compare(RosterFetching fetching, Listed listed, BooleanSupplier goOn) {
		long eventId = fetching.event().eventId();
		List<Long> absent = this.rows.absent(eventId, listed.registrations);
		if (absent.isEmpty()) {
			return End.WHOLE;
		}
		if (listed.unreadable > 0 || absent.size() * 2 > this.rows.registered(eventId)) {
			return End.DOUBTFUL;
		}
		if (listed.pages > 1) {
			Listed once = new Listed();
			End again = readAll(fetching, once, goOn);
			if (again != End.WHOLE) {
				return again;
			}
			listed.registrations.addAll(once.registrations);
		}
		this.rows.absent(eventId, listed.registrations).forEach((registration) -> flag(fetching, registration, ""));
		return End.WHOLE;
	}

	private void flag(RosterFetching fetching, long registration, String reason) {
		if (this.rows.flag(fetching.event().eventId(), registration, reason,
				this.time.instant().atOffset(ZoneOffset.UTC))) {
			this.fetches.count(fetching, 0, 0, 0, 1);
		}
	}

	/**
	 * Who was listed.
	 */
	private static final class Listed {

		private final Set<Long> registrations = new HashSet<>();

		private int unreadable;

		private int pages;

		/**
		 * Whether the page says anything new; a remote that repeats itself never ends.
		 */
		boolean take(RemotePage<RemoteParticipant> page) {
			this.pages++;
			this.unreadable += page.unreadable();
			boolean news = false;
			for (RemoteParticipant participant : page.rows()) {
				news |= this.registrations.add(participant.registrationId());
			}
			return news;
		}

	}

	/**
	 * How a fetch may end.
	 */
	enum End {

		/** Everybody was read. */
		WHOLE,
		/** Who changed or went was read. */
		CHANGES,
		/** A closed gate stops it. */
		PAUSED,
		/** No lane was free for a read. */
		BUSY,
		/** A read failed. */
		FAILED,
		/** So few were listed, or so badly, that nobody was flagged as gone. */
		DOUBTFUL,
		/** This replica stops, or another one has taken it over. */
		STOPPED;

		static End of(ReadAnswer.Why why) {
			return (why == ReadAnswer.Why.BUSY) ? BUSY : FAILED;
		}

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
