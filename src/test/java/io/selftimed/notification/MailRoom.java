package io.selftimed.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.delivery.DeliveryTables;
import io.selftimed.delivery.ResultRefused;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.security.PublicUrl;
import io.selftimed.security.SecurityTables;
import io.selftimed.web.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/**
 * One replica's mails over a test database, driven by hand: the clock is a value of the
 * test. Ann owns the race, Bea reviews it and Cid only looks.
 */
final class MailRoom {

	private static final MailSettings SETTINGS = new MailSettings(null, Duration.ofDays(90), Duration.ofMillis(10));

	private final TestDatabase database;

	private final Gates gates;

	private final MailServer server;

	private final Mails mails;

	private final Postman postman;

	private final Refusals refusals;

	private final List<Watch> watches;

	private Instant now = HarborLights.NOON;

	/** Without a mail server. */
	MailRoom(TestDatabase database) {
		this(database, (JavaMailSender) null);
	}

	MailRoom(TestDatabase database, MailHost host) {
		this(database, sender(host));
	}

	private MailRoom(TestDatabase database, @Nullable JavaMailSender sender) {
		this.database = database;
		this.gates = RunSignupTables.gates(database, this::now);
		PublicUrl publicUrl = SecurityTables.publicUrl("https://results.example.org/");
		this.server = new MailServer(sender, "selftimed@example.org");
		Notices notices = new Notices(database.jdbc(), database.transactions());
		RaceFigures figures = new RaceFigures(database.jdbc());
		MailWords words = new MailWords(Words.all(), publicUrl);
		this.mails = new Mails(database.jdbc(), database.transactions(), SecurityTables.organizers(database),
				this.server, publicUrl, this::now);
		this.postman = new Postman(this.mails, this.server, this::now);
		this.refusals = new Refusals(database.jdbc(), this::now);
		this.watches = List.of(
				new PauseWatch(DeliveryTables.troubles(database, this.gates), notices, figures, words, this.mails,
						this::now),
				new RefusalWatch(this.refusals, notices, figures, words, this.mails, this::now),
				new DigestWatch(database.jdbc(), notices, figures, words, this.mails, this::now),
				new OldMails(database.jdbc(), SETTINGS, this::now));
	}

	private static JavaMailSender sender(MailHost host) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(host.port());
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
		return sender;
	}

	/** Harbor Lights with its organizers and the events harbor-5k and harbor-miles. */
	static void furnish(TestDatabase database) {
		database.clean();
		HarborLights.in(database).race().harbor5k().harborMiles();
		organizer(database, "ann@example.org", "owner");
		organizer(database, "bea@example.org", "reviewer");
		organizer(database, "cid@example.org", "viewer");
	}

	static void organizer(TestDatabase database, String email, String role) {
		database.jdbc()
			.sql("insert into organizer (email, password) values (:email, '{noop}secret')")
			.param("email", email)
			.update();
		database.jdbc()
			.sql("insert into organizer_role (organizer_id, race_id, role) select id, 4100, :role from organizer"
					+ " where email = :email")
			.param("email", email)
			.param("role", role)
			.update();
	}

	Instant now() {
		return this.now;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	void is(String moment) {
		this.now = Instant.parse(moment);
	}

	/** Its worker, in a production that looks often. */
	MailWorker worker() {
		return new MailWorker(this.watches, this.postman, this.server,
				new MockEnvironment().withProperty("spring.profiles.active", "production"), SETTINGS);
	}

	/** The same while everything is held back. */
	MailWorker workerThatHolds() {
		return new MailWorker(this.watches, this.postman, this.server,
				new MockEnvironment().withProperty("spring.profiles.active", "production")
					.withProperty("selftimed.runsignup.hold", "true"),
				SETTINGS);
	}

	/** Looks for news once, as the worker does. */
	void look() {
		this.watches.forEach(Watch::look);
	}

	boolean sendOne() {
		return this.postman.sendOne();
	}

	/** Takes a mail and never writes down what came of it. */
	Mail take() {
		return this.mails.take().orElseThrow();
	}

	/** Sends a mail, and is gone before that is written down. */
	void sendAndCrash() {
		this.server.send(take());
	}

	Mails mails() {
		return this.mails;
	}

	/** A mail of two words to both. */
	void write() {
		write(new Letter("Harbor Lights: a mail", "Two words.\n"));
	}

	void write(Letter letter) {
		this.database.transactions().executeWithoutResult((status) -> this.mails.write(4100, letter));
	}

	void answered(long eventId, UserResultsAnswer answer) {
		this.database.transactions().executeWithoutResult((status) -> this.gates.answered(4100, eventId, answer));
	}

	/** Three calls fail in a row. */
	void runSignupGoesAway() {
		for (int call = 0; call < 3; call++) {
			answered(41001, new UserResultsAnswer.Unavailable(null, "HTTP status 503 without results"));
		}
	}

	void runSignupAnswers(long eventId) {
		answered(eventId, new UserResultsAnswer.Received(List.of()));
	}

	/** A result of harbor-5k that is on its way. */
	void waiting(long participant) {
		waiting(participant, 41001);
	}

	void waiting(long participant, long eventId) {
		HarborLights.in(this.database).participant(participant, eventId, 100 + participant, "Lindqvist");
		this.database.jdbc()
			.sql("""
					insert into delivery (participant_id, event_id, wanted_version, state, batch_limit, due_at)
					values (:participant, :event, 1, 'waiting', 25, :now)
					""")
			.param("participant", participant)
			.param("event", eventId)
			.param("now", this.now.atOffset(ZoneOffset.UTC))
			.update();
		counted(eventId, "waiting", 1);
	}

	/** RunSignup refuses a result that was on its way. */
	void refused(long participant, long eventId) {
		waiting(participant, eventId);
		state(participant, "refused");
		this.database.transactions()
			.executeWithoutResult((status) -> this.refusals.keep(new ResultRefused(participant, eventId)));
		counted(eventId, "refused", 1);
	}

	void state(long participant, String state) {
		this.database.jdbc()
			.sql("update delivery set state = :state where participant_id = :participant")
			.param("state", state)
			.param("participant", participant)
			.update();
	}

	void counted(long eventId, String what, int delta) {
		this.database.jdbc()
			.sql("insert into event_count_delta (event_id, what, delta) values (:event, :what, :delta)")
			.param("event", eventId)
			.param("what", what)
			.param("delta", delta)
			.update();
	}

	/** The subjects of what Ann was written, oldest first. */
	List<String> subjects() {
		return column("subject");
	}

	/** The last that Ann was written. */
	String lastText() {
		return column("body").getLast();
	}

	List<String> states() {
		return column("state");
	}

	private List<String> column(String column) {
		return this.database.jdbc()
			.sql("select " + column + " from mail where recipient = 'ann@example.org' order by id")
			.query(String.class)
			.list();
	}

	List<String> recipients() {
		return this.database.jdbc().sql("select recipient from mail order by id").query(String.class).list();
	}

}
