package io.selftimed.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Runners who come one after the other, always so many at once, each for the first time:
 * the form, the check, the sending, the receipt.
 */
final class Crowd {

	private final String slug;

	private final String lastName;

	private final AtomicInteger nextBib;

	/**
	 * Nobody yet.
	 * @param slug the event
	 * @param lastName of everybody
	 * @param firstBib the first of the bibs that nobody has sent a result with
	 */
	Crowd(String slug, String lastName, int firstBib) {
		this.slug = slug;
		this.lastName = lastName;
		this.nextBib = new AtomicInteger(firstBib);
	}

	/**
	 * Lets them come.
	 * @param atOnce so many are there at any time
	 * @param length until nobody new comes
	 * @param ports of the replicas, one of which each runner meets
	 */
	Visits come(int atOnce, Duration length, List<Integer> ports) {
		Queue<Visit> visits = new ConcurrentLinkedQueue<>();
		Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
		long begin = System.nanoTime();
		List<Thread> runners = IntStream.range(0, atOnce).mapToObj((number) -> Thread.ofVirtual().start(() -> {
			while (System.nanoTime() - begin < length.toNanos()) {
				try {
					visits.add(visit(ports.get(ThreadLocalRandom.current().nextInt(ports.size()))));
				}
				catch (AssertionError ex) {
					failures.add(ex);
				}
			}
		})).toList();
		for (Thread runner : runners) {
			try {
				runner.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError(ex);
			}
		}
		return new Visits(List.copyOf(visits), Duration.ofNanos(System.nanoTime() - begin), List.copyOf(failures));
	}

	private Visit visit(int port) {
		int bib = this.nextBib.getAndIncrement();
		try (RunnerOverHttp runner = new RunnerOverHttp(port)) {
			long begin = System.nanoTime();
			runner.look(this.slug);
			RunnerOverHttp.Checked checked = runner.check(this.slug, bib, this.lastName, "", "24", "31");
			long sent = System.nanoTime();
			HttpResponse<String> answer = runner.send(checked);
			long answered = System.nanoTime();
			String state = runner.state(RunnerOverHttp.receipt(answer));
			if (state.startsWith("HTTP")) {
				throw new AssertionError("no receipt: " + state);
			}
			return new Visit(System.nanoTime() - begin, answered - sent);
		}
	}

	/** What one runner waited, in nanoseconds: for all pages, and for the sending. */
	private record Visit(long whole, long sending) {

	}

	/**
	 * What all of them waited.
	 *
	 * @param visits those who got a receipt
	 * @param took from the first to the last
	 * @param failures what happened to those who got none
	 */
	record Visits(List<Visit> visits, Duration took, List<Throwable> failures) {

		int count() {
			return this.visits.size();
		}

		double perSecond() {
			return count() * 1e9 / this.took.toNanos();
		}

		/** How long so many of a hundred waited at most for all pages, milliseconds. */
		double wholeVisit(int ofHundred) {
			return percentile(this.visits.stream().mapToLong(Visit::whole).toArray(), ofHundred);
		}

		/** The same for the sending alone. */
		double sending(int ofHundred) {
			return percentile(this.visits.stream().mapToLong(Visit::sending).toArray(), ofHundred);
		}

		private static double percentile(long[] times, int ofHundred) {
			Arrays.sort(times);
			return times[(int) Math.min(times.length - 1L, (long) times.length * ofHundred / 100)] / 1e6;
		}

	}

}
