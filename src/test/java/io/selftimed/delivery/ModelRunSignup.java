package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * RunSignup, as small as can be: for each registration the value that was applied last,
 * and who is calling. It says at once when a call must not have been made. It knows
 * nothing of lanes, claims and versions.
 */
final class ModelRunSignup {

	/** How long a call lasts at most. */
	static final Duration DEADLINE = Duration.ofSeconds(30);

	/** For how long RunSignup may still be busy with a call that was lost. */
	static final Duration GRACE = Duration.ofSeconds(30);

	/** How much later than it was made a call that was lost may be applied at most. */
	static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final int CALLS_AT_ONCE = 2;

	private final InstantSource time;

	private final Map<Long, Long> registrations = new HashMap<>();

	private final Map<Long, UserResult.Time> stands = new HashMap<>();

	private final Set<Long> everCalledFor = new HashSet<>();

	private final List<Visit> visits = new ArrayList<>();

	private final List<LateWord> late = new ArrayList<>();

	private Consumer<UserResults> claimed = (results) -> {
	};

	private Consumer<UserResults> left = (results) -> {
	};

	private int calls;

	private int mostAtOnce;

	ModelRunSignup(InstantSource time) {
		this.time = time;
	}

	/** Who wants to look at calls, when they are claimed and when they leave. */
	void watchedBy(Consumer<UserResults> whenClaimed, Consumer<UserResults> whenLeft) {
		this.claimed = whenClaimed;
		this.left = whenLeft;
	}

	/** A bib belongs to a registration from now on. */
	void knows(long bib, long registration) {
		this.registrations.put(bib, registration);
	}

	/** Whose result this is: the registration's if it is named, else the bib's. */
	long registration(UserResult result) {
		return (result.registrationId() != null) ? result.registrationId()
				: Objects.requireNonNull(this.registrations.get(result.bib()), "nobody has this bib");
	}

	/** What stands for a registration, null if nothing does. */
	UserResult.@Nullable Time standsFor(long registration) {
		return this.stands.get(registration);
	}

	/** Whether a call for a registration ever came in. */
	boolean wasEverCalledFor(long registration) {
		return this.everCalledFor.contains(registration);
	}

	/** How many calls came in, reads included. */
	int calls() {
		return this.calls;
	}

	int mostAtOnce() {
		return this.mostAtOnce;
	}

	void isAboutToBeCalled(UserResults results) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new AssertionError("a transaction is open during a call");
		}
		this.claimed.accept(results);
	}

	/** A call comes in. */
	Visit isCalled(UserResults results) {
		this.left.accept(results);
		List<Sent> sent = results.results()
			.stream()
			.map((result) -> new Sent(registration(result), result.time()))
			.toList();
		sent.forEach(this::nobodyElseCallsFor);
		sent.forEach((item) -> this.everCalledFor.add(item.registration()));
		return comesIn(new Visit(this.time.instant(), sent));
	}

	/** A read comes in. */
	Visit isRead() {
		return comesIn(new Visit(this.time.instant(), List.of()));
	}

	private Visit comesIn(Visit visit) {
		this.calls++;
		this.visits.removeIf((other) -> !other.isBusyAt(this.time.instant()));
		this.visits.add(visit);
		this.mostAtOnce = Math.max(this.mostAtOnce, this.visits.size());
		if (this.visits.size() > CALLS_AT_ONCE) {
			throw new AssertionError(this.visits.size() + " calls at once");
		}
		return visit;
	}

	private void nobodyElseCallsFor(Sent sent) {
		boolean another = this.visits.stream()
			.filter((visit) -> visit.isBusyAt(this.time.instant()))
			.flatMap((visit) -> visit.sent().stream())
			.anyMatch((other) -> other.registration() == sent.registration());
		if (another) {
			throw new AssertionError("two calls at once for registration " + sent.registration());
		}
	}

	/** A call is applied now, all of it or as much as its first results. */
	void applies(Visit visit, int results) {
		visit.sent().stream().limit(results).forEach((item) -> this.stands.put(item.registration(), item.value()));
	}

	/** A call that was lost will be applied some time after it was made. */
	void appliesLate(Visit visit, Duration later) {
		this.late.add(new LateWord(visit, visit.since().plus(later)));
	}

	/** Whether something may still be applied. */
	boolean hasLateWords() {
		return !this.late.isEmpty();
	}

	/** Time has passed: what was late is applied. */
	void timePassed() {
		Instant now = this.time.instant();
		this.late.stream()
			.filter((word) -> !word.at().isAfter(now))
			.sorted(Comparator.comparing(LateWord::at))
			.forEach((word) -> applies(word.visit(), word.visit().sent().size()));
		this.late.removeIf((word) -> !word.at().isAfter(now));
	}

	/**
	 * What a call carried for a registration.
	 */
	record Sent(long registration, UserResult.Time value) {
	}

	/**
	 * A call that will be applied when nobody waits for it any more.
	 */
	private record LateWord(Visit visit, Instant at) {
	}

	/** A call that came in. */
	static final class Visit {

		private final Instant since;

		private final List<Sent> sent;

		/** As long as nobody hears of it: its deadline, and the grace period after it. */
		private Instant busyUntil;

		Visit(Instant since, List<Sent> sent) {
			this.since = since;
			this.sent = sent;
			this.busyUntil = since.plus(DEADLINE).plus(GRACE);
		}

		Instant since() {
			return this.since;
		}

		Instant deadline() {
			return this.since.plus(DEADLINE);
		}

		List<Sent> sent() {
			return this.sent;
		}

		/** RunSignup gave a whole answer and is done with it. */
		void isAnswered(Instant now) {
			this.busyUntil = now;
		}

		/** The caller gave it up. RunSignup may be busy with it for the grace period. */
		void isCut(Instant now) {
			this.busyUntil = now.plus(GRACE);
		}

		boolean isBusyAt(Instant now) {
			return this.busyUntil.isAfter(now);
		}

	}

}
