package io.selftimed.journey;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real disk with the H2 file on it, apart from the data folder, that fills up under the
 * runners: first to what is kept free, then to the last byte.
 */
@NeedsSmallDisk
class FullDiskIT {

	private static final long LEAST = 8L << 20;

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	/** Of one runner: twenty are allowed in a day. */
	private static final int OF_ONE = 18;

	/** Of one name: more than there is room for. */
	private static final int ENOUGH = 175;

	@TempDir
	private Path folder;

	private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

	/** What may have become of the first, which was withdrawn when the disk was full. */
	private List<String> keptStates = List.of();

	private final Queue<String> problems = new ConcurrentLinkedQueue<>();

	@Test
	void whatIsAcknowledgedIsKeptHoweverFullTheDiskIsAndRoomIsEnoughToGoOn() throws IOException, InterruptedException {
		Path mounted = Files.createDirectory(this.folder.resolve("disk"));
		try (SmallDisk disk = SmallDisk.mountedAt(mounted, 48)) {
			refusesInTimeAndComesBackByItself(disk);
			losesNothingWhereTheLastByteIsTaken(disk);
			everythingAcknowledgedStandsInTheFile(disk);
		}
	}

	private RunningJar jar(SmallDisk disk, String least) {
		return RunningJar.sandbox(this.folder.resolve("data"),
				"--spring.datasource.url=jdbc:h2:file:" + disk.folder().resolve("sandbox")
						+ ";${selftimed.h2-settings}",
				"--selftimed.submission.least-free-space=" + least, "--selftimed.delivery.retry-first=100ms");
	}

	private void refusesInTimeAndComesBackByItself(SmallDisk disk) throws IOException {
		RunningJar jar = jar(disk, "8MB");
		try (RunnerOverHttp runner = new RunnerOverHttp(jar)) {
			String early = runner.finish("harbor-5k", 101, "Marsh", 25, "59");
			acknowledge(101, early, 59);
			RunnerOverHttp.Checked inTime = runner.check("harbor-5k", 102, "Okafor", "", "25", "58");
			RunnerOverHttp.Checked withdrawal = runner.withdrawal(early);
			disk.leave(LEAST + (1L << 20));
			int taken = 0;
			while (taken < ENOUGH && finishIfThereIsRoom(runner, "Lindqvist", taken)) {
				taken++;
			}
			assertThat(taken).as("taken before the limit").isBetween(1, ENOUGH - 1);
			assertThat(disk.free()).as("free at the first refusal").isBetween(LEAST - (2L << 20), LEAST);
			HttpResponse<String> refused = runner.send(inTime);
			assertThat(refused.statusCode()).isEqualTo(503);
			assertThat(refused.body()).contains("There is no room here to keep your result", "value=\"58\"",
					"value=\"Okafor\"", "Check my result");
			assertThat(health(runner)).contains("DEGRADED");
			disk.leave(0);
			// What was accepted may be withdrawn as long as that can be written.
			HttpResponse<String> withdrawn = runner.send(withdrawal);
			assertThat(withdrawn.statusCode()).isIn(303, 503);
			this.keptStates = (withdrawn.statusCode() == 303) ? List.of("withdrawn")
					: List.of("waiting", "received", "withdrawn");
			disk.makeRoom();
			await().atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> acknowledge(102, RunnerOverHttp.receipt(runner.send(inTime)), 58));
			disk.leave(0);
		}
		jar.kill();
		disk.makeRoom();
	}

	/**
	 * Nothing is kept free, so that H2 meets the end of the disk in the middle of a
	 * write.
	 */
	private void losesNothingWhereTheLastByteIsTaken(SmallDisk disk) throws InterruptedException {
		RunningJar jar = jar(disk, "0B");
		try (RunnerOverHttp runner = new RunnerOverHttp(jar)) {
			assertThat(this.acknowledged).as("after kill -9 on a full disk").allSatisfy((one) -> {
				assertThat(runner.get(one.receipt()).statusCode()).isEqualTo(200);
				assertThat(runner.state(one.receipt())).isIn("waiting", "received", "superseded", "withdrawn");
			});
			assertThat(runner.state(this.acknowledged.element().receipt())).isIn(this.keptStates);
			disk.leave(512 * 1024);
			List<Thread> runners = LAST_NAMES.stream().map((name) -> sendingUntilRefused(jar, name)).toList();
			for (Thread one : runners) {
				one.join();
			}
			assertThat(this.problems).isEmpty();
			disk.makeRoom();
			await().atMost(Duration.ofSeconds(20))
				.ignoreExceptionsInstanceOf(AssertionError.class)
				.until(() -> finishIfThereIsRoom(runner, "Marsh", ENOUGH));
		}
		jar.kill();
	}

	private Thread sendingUntilRefused(RunningJar jar, String lastName) {
		return Thread.ofVirtual().start(() -> {
			try (RunnerOverHttp runner = new RunnerOverHttp(jar)) {
				int taken = 20;
				while (taken < ENOUGH && finishIfThereIsRoom(runner, lastName, taken)) {
					taken++;
				}
				if (taken == ENOUGH) {
					this.problems.add(lastName + " was never refused");
				}
			}
			catch (AssertionError ex) {
				this.problems.add(String.valueOf(ex.getMessage()));
			}
		});
	}

	private void everythingAcknowledgedStandsInTheFile(SmallDisk disk) {
		JdbcDataSource file = new JdbcDataSource();
		file.setURL("jdbc:h2:file:" + disk.folder().resolve("sandbox")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;ACCESS_MODE_DATA=r");
		file.setUser("selftimed");
		file.setPassword("");
		JdbcClient jdbc = JdbcClient.create(file);
		assertThat(this.acknowledged).hasSizeGreaterThan(10)
			.allSatisfy((one) -> assertThat(jdbc.sql("""
					select count(*) from submission s join participant p on p.id = s.participant_id
					where s.event_id = 41001 and p.bib = :bib and s.clock_time_ms = :milliseconds
					""")
				.param("bib", one.bib())
				.param("milliseconds", one.milliseconds())
				.query(Integer.class)
				.single()).as("%s", one).isPositive());
		assertThat(jdbc.sql("""
				select s.id from submission s where s.event_id = 41001 and (
					not exists (select 1 from submission_log l where l.submission_id = s.id)
					or not exists (select 1 from delivery d where d.participant_id = s.participant_id))
				""").query(Long.class).list()).as("half written").isEmpty();
	}

	/**
	 * Sends the next of those who have one name, each runner no more than a day allows,
	 * and says whether it was acknowledged; if not, the answer keeps all that was typed.
	 */
	private boolean finishIfThereIsRoom(RunnerOverHttp runner, String lastName, int number) {
		int bib = 101 + LAST_NAMES.indexOf(lastName) + 40 * (number / OF_ONE);
		int second = 10 + number % OF_ONE;
		HttpResponse<String> answer = runner.tryToFinish("harbor-5k", bib, lastName, 25, String.valueOf(second));
		if (answer.statusCode() == 303) {
			acknowledge(bib, RunnerOverHttp.receipt(answer), second);
			return true;
		}
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		assertThat(answer.body()).contains("value=\"" + lastName + "\"", "value=\"" + second + "\"");
		return false;
	}

	private void acknowledge(int bib, String receipt, int second) {
		this.acknowledged.add(new Acknowledged(bib, receipt, 1000L * (25 * 60 + second)));
	}

	private static String health(RunnerOverHttp runner) {
		return runner.get("/actuator/health").body();
	}

	private record Acknowledged(int bib, String receipt, long milliseconds) {
	}

}
