package io.selftimed.notification;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The worker's life.
 */
@BothDatabases
@ExtendWith(OutputCaptureExtension.class)
class MailWorkerTests {

	private static final String NOT_LEAVING = "No e-mail leaves, as spring.mail.host is not set";

	private final TestDatabase database;

	private final MailHost host = new MailHost();

	private final MailRoom room;

	MailWorkerTests(TestDatabase database) {
		this.database = database;
		this.room = new MailRoom(database, this.host);
	}

	@BeforeEach
	void harborLights() {
		MailRoom.furnish(this.database);
	}

	@AfterEach
	void close() {
		this.host.close();
	}

	@Test
	void whileEverythingIsHeldBackMailsWaitAndAreSentAfterwards() {
		this.room.write();
		MailWorker holds = this.room.workerThatHolds();
		holds.start();
		Awaitility.await().during(Duration.ofMillis(300)).until(() -> this.host.received().isEmpty());
		holds.stop();
		MailWorker worker = this.room.worker();
		worker.start();
		Awaitility.await().until(() -> !this.host.received().isEmpty());
		worker.stop();
	}

	@Test
	void aStopWaitsForTheMailUnderWayAndForNoOther(CapturedOutput output) throws Exception {
		CountDownLatch thinking = new CountDownLatch(1);
		this.host.thinksUntil(thinking);
		this.room.write();
		MailWorker worker = this.room.worker();
		worker.start();
		Awaitility.await().until(() -> !this.host.received().isEmpty());
		Thread stop = Thread.ofPlatform().start(worker::stop);
		Awaitility.await().until(() -> !worker.isRunning());
		assertThat(stop.isAlive()).isTrue();
		thinking.countDown();
		assertThat(stop.join(Duration.ofSeconds(10))).isTrue();
		assertThat(this.host.received()).hasSize(1);
		assertThat(this.room.states()).containsExactly("sent");
		assertThat(output).doesNotContain(NOT_LEAVING).doesNotContain("ann@example.org");
	}

	@Test
	void whatIsWrittenIsSentSoonAndAfterARestartToo() {
		MailWorker worker = this.room.worker();
		worker.start();
		worker.stop();
		this.room.write();
		worker.start();
		Awaitility.await().until(() -> this.host.received().size() == 2);
		worker.stop();
		assertThat(worker.isRunning()).isFalse();
	}

	@Test
	void withoutAMailServerItIsSaidOnceThatNothingLeaves(CapturedOutput output) {
		MailRoom without = new MailRoom(this.database);
		MailWorker worker = without.worker();
		worker.start();
		without.write();
		worker.stop();
		assertThat(output.getOut()).containsOnlyOnce(NOT_LEAVING);
		assertThat(without.states()).containsExactly("unsent");
	}

	@Test
	void addressesStayOutOfTheLog(CapturedOutput output) {
		this.host.turnsAway("554 ann@example.org is not welcome");
		this.room.write();
		this.room.sendOne();
		this.room.pass(Duration.ofDays(3));
		this.room.sendOne();
		this.room.sendOne();
		assertThat(output).contains("could not be sent for three days and is given up")
			.doesNotContain("ann@example.org");
		assertThat(this.room.states()).containsExactly("failed");
	}

}
