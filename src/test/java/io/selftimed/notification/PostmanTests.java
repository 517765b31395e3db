package io.selftimed.notification;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.notification.MailHost.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mails on their way, over a real mail server.
 */
@BothDatabases
class PostmanTests {

	private final TestDatabase database;

	private final MailHost host = new MailHost();

	private final MailRoom room;

	PostmanTests(TestDatabase database) {
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
	void eachOwnerAndReviewerGetsItOnce() {
		this.room.write();
		assertThat(this.room.sendOne()).isTrue();
		assertThat(this.room.sendOne()).isTrue();
		assertThat(this.room.sendOne()).isFalse();
		assertThat(this.host.received()).extracting(Received::recipient)
			.containsExactly("ann@example.org", "bea@example.org");
		assertThat(this.room.states()).containsExactly("sent");
		Received mail = this.host.received().getFirst();
		assertThat(mail.data()).contains("Two words.").contains("Date: Sat, 4 Jul 2026");
		assertThat(mail.header("Subject")).isEqualTo("Harbor Lights: a mail");
		assertThat(mail.header("From")).isEqualTo("selftimed@example.org");
		assertThat(mail.header("Message-ID")).endsWith("@results.example.org>");
		assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
	}

	@Test
	void gaugesTellOfMailsThatWait() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		MailMeters meters = new MailMeters(registry, this.database.jdbc(), this.room::now);
		meters.read();
		assertThat(registry.get("selftimed.mail.oldest.waiting").gauge().value()).isZero();
		this.room.write();
		this.room.pass(Duration.ofMinutes(90));
		meters.read();
		assertThat(registry.get("selftimed.mail.waiting").gauge().value()).isEqualTo(2);
		assertThat(registry.get("selftimed.mail.oldest.waiting").gauge().value()).isEqualTo(5400);
		this.room.sendOne();
		this.room.sendOne();
		meters.read();
		assertThat(registry.get("selftimed.mail.waiting").gauge().value()).isZero();
	}

	@Test
	void mailsAreThrownAwayWhenTheyAreLongOver() {
		this.room.write();
		this.room.sendOne();
		this.room.sendOne();
		this.room.pass(Duration.ofDays(89));
		this.room.write();
		this.room.look();
		assertThat(this.room.states()).containsExactly("sent", "waiting");
		this.room.pass(Duration.ofDays(2));
		this.room.look();
		assertThat(this.room.states()).as("what waits is kept").containsExactly("waiting");
		this.room.pass(Duration.ofDays(100));
		this.room.look();
		assertThat(this.room.states()).as("however old").containsExactly("waiting");
	}

	@Test
	void aServerThatIsAwayDelaysAndLosesNothing() {
		this.room.write();
		this.host.goesAway();
		assertThat(this.room.sendOne()).isFalse();
		assertThat(this.room.sendOne()).isFalse();
		assertThat(this.room.states()).containsExactly("waiting");
		this.host.comesBack();
		assertThat(this.room.sendOne()).as("before a minute has passed").isFalse();
		this.room.pass(Duration.ofMinutes(1));
		assertThat(this.room.sendOne()).isTrue();
		assertThat(this.room.sendOne()).isTrue();
		assertThat(this.host.received()).hasSize(2);
		assertThat(this.room.states()).containsExactly("sent");
	}

	@Test
	void triesComeLaterAndLaterUpToAnHour() {
		this.room.write();
		this.host.turnsAway("421 not now");
		assertThat(this.room.sendOne()).isFalse();
		for (int minutes : new int[] { 1, 2, 4, 8, 16, 32, 60, 60 }) {
			this.room.pass(Duration.ofMinutes(minutes).minusSeconds(1));
			int before = tries();
			this.room.sendOne();
			this.room.sendOne();
			assertThat(tries()).as("before %s minutes", minutes).isEqualTo(before);
			this.room.pass(Duration.ofSeconds(1));
			this.room.sendOne();
			this.room.sendOne();
			assertThat(tries()).as("after %s minutes", minutes).isEqualTo(before + 1);
		}
	}

	@Test
	void afterThreeDaysAMailIsGivenUp() {
		this.room.write();
		this.host.goesAway();
		this.room.pass(Duration.ofDays(3).minusMinutes(2));
		this.room.sendOne();
		this.room.sendOne();
		assertThat(this.room.states()).containsExactly("waiting");
		this.room.pass(Duration.ofMinutes(1));
		this.room.sendOne();
		this.room.sendOne();
		assertThat(this.room.states()).containsExactly("failed");
		this.host.comesBack();
		this.room.pass(Duration.ofDays(1));
		assertThat(this.room.sendOne()).isFalse();
		assertThat(this.host.received()).isEmpty();
	}

	@Test
	void aServerThatDiesBeforeItSaysYesGetsTheSameMessageAgain() {
		this.room.write();
		this.host.diesAfterData(true);
		this.room.sendOne();
		this.room.sendOne();
		this.host.diesAfterData(false);
		this.room.pass(Duration.ofMinutes(1));
		this.room.sendOne();
		this.room.sendOne();
		assertRepeated();
	}

	@Test
	void aCrashBetweenSendingAndWritingDownRepeatsTheSameMessage() {
		this.room.write();
		MailRoom crashing = new MailRoom(this.database, this.host);
		crashing.sendAndCrash();
		crashing.sendAndCrash();
		assertThat(this.room.sendOne()).as("while the lease lasts").isFalse();
		this.room.pass(Mails.LEASE);
		assertThat(this.room.sendOne()).isTrue();
		assertThat(this.room.sendOne()).isTrue();
		assertThat(this.room.sendOne()).isFalse();
		assertRepeated();
	}

	private void assertRepeated() {
		assertThat(this.host.received()).hasSize(4);
		assertThat(this.host.received().stream().map((mail) -> mail.header("Message-ID")).distinct()).hasSize(2);
		assertThat(this.host.received().stream().map(Received::data).distinct()).hasSize(2);
		assertThat(this.room.states()).containsExactly("sent");
	}

	@Test
	void whoLostTheLeaseChangesNothing() {
		this.room.write();
		Mail slow = this.room.take();
		this.room.take();
		this.room.pass(Mails.LEASE);
		assertThat(this.room.sendOne()).isTrue();
		this.room.mails().delay(slow, this.room.now(), "too late");
		assertThat(this.room.states()).containsExactly("sent");
	}

	@Test
	void theNameOfARaceIsNoHeader() {
		this.room.write(new Letter("Harbor\r\nBcc: eve@example.org\u2028Lights: \t news", "Text.\n.\nmore\n"));
		this.room.sendOne();
		Received mail = this.host.received().getFirst();
		assertThat(mail.header("Bcc")).isEmpty();
		assertThat(mail.header("Subject")).isEqualTo("Harbor Bcc: eve@example.org Lights: news");
	}

	@Test
	void anAddressThatIsNoneDelaysOnlyItself() {
		this.database.jdbc()
			.sql("update organizer set email = 'ann@example.org\r\nRCPT TO:<eve@example.org>' where email like 'ann%'")
			.update();
		this.room.write();
		assertThat(this.room.sendOne()).isFalse();
		assertThat(this.room.sendOne()).isTrue();
		assertThat(this.host.received()).extracting(Received::recipient).containsExactly("bea@example.org");
	}

	@Test
	void withoutAMailServerMailsAreKept() {
		MailRoom without = new MailRoom(this.database);
		without.write();
		assertThat(without.sendOne()).isFalse();
		assertThat(without.states()).containsExactly("unsent");
		this.room.pass(Duration.ofDays(1));
		assertThat(this.room.sendOne()).as("a server that comes later sends nothing old").isFalse();
	}

	private int tries() {
		return this.database.jdbc().sql("select max(tries) from mail").query(Integer.class).single();
	}

}
