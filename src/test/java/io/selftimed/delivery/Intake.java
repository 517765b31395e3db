package io.selftimed.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.submission.SubmissionTables;
import io.selftimed.submission.WantedChanged;

/**
 * Runners who send their result one after the other, with all that an acceptance writes.
 */
public final class Intake {

	private static final DeliverySettings SETTINGS = new DeliverySettings(25, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private Intake() {
	}

	/**
	 * What one acceptance takes at the median of the best of twenty rounds. On a machine
	 * with few cores a server of its own takes twice as long in some rounds as in others,
	 * however little it holds: it depends on where the two processes run. So each round
	 * has a thread and a connection that are new, and are placed anew.
	 * @param first the first participant, who is not there yet
	 * @param count how many in each round
	 */
	public static Duration best(TestDatabase database, long first, int count) {
		return IntStream.range(0, 20)
			.mapToObj((round) -> placedAnew(database, () -> median(database, first + (long) round * count, count)))
			.min(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * H2 has no server of its own, and its constraints end with the connection that made
	 * them.
	 */
	private static Duration placedAnew(TestDatabase database, Supplier<Duration> round) {
		if (database == TestDatabase.POSTGRESQL) {
			((HikariDataSource) database.dataSource()).getHikariPoolMXBean().softEvictConnections();
		}
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			return CompletableFuture.supplyAsync(round, thread).join();
		}
	}

	/**
	 * What one acceptance takes at the median.
	 * @param first the first participant, who is not there yet
	 * @param count how many
	 */
	private static Duration median(TestDatabase database, long first, int count) {
		DeliveryOffice office = new DeliveryOffice(database, SETTINGS);
		SubmissionTables runners = new SubmissionTables(database, office::now, (event) -> {
			if (event instanceof WantedChanged(long participant, long eventId)) {
				office.changed(participant, eventId);
			}
		}, 20);
		long[] spent = new long[count];
		for (int turn = 0; turn < count; turn++) {
			long runner = first + turn;
			HarborLights.in(database).participant(runner, runner, "Novak");
			long start = System.nanoTime();
			runners.finishes(runner, runner, 24);
			spent[turn] = System.nanoTime() - start;
		}
		Arrays.sort(spent);
		return Duration.ofNanos(spent[count / 2]);
	}

}
