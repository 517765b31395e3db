package io.selftimed.submission;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import io.selftimed.Room;
import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.Outcome;
import io.selftimed.security.KeyedHash;
import io.selftimed.security.PublicUrl;
import io.selftimed.security.SecurityTables;
import io.selftimed.security.TestKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/**
 * Everything behind the pages, for tests: three events on 23 November 2026, a check that
 * finds what a test tells it to, and a book of what was accepted.
 */
class Desk
		implements EventCatalog, SubmissionCheck, Acceptance, Receipts, EarlierSubmissions, Recognition, Withdrawals {

	static final Instant NOW = Instant.parse("2026-11-23T19:03:22Z");

	static final String TOKEN = "abcdefghijklmnopqrstuv";

	private static final Event.Race HARBOR = new Event.Race(4100, "Harbor Lights Virtual Run",
			ZoneId.of("America/New_York"), "results@harbor.test");

	private static final Event.Trust TRUST = new Event.Trust(Event.Identity.LAST_NAME, Event.StrangerCorrection.ACCEPT,
			Event.Review.NONE);

	static final Event FIVE_K = event(41001, "harbor-5k", "Harbor 5K", new Event.Distance(5_000_000),
			Event.Elevation.OPTIONAL, null, 0);

	static final Event MILES = event(41003, "harbor-miles", "Harbor Miles", null, Event.Elevation.REQUIRED, "miles", 0);

	static final Event HALF = event(41002, "harbor-half", "Harbor Half", new Event.Distance(21_097_500),
			Event.Elevation.OFF, null, 0);

	static final Event OVER = event(41004, "harbor-mile", "Harbor Mile", new Event.Distance(1_609_344),
			Event.Elevation.OFF, null, -37);

	static final Event AHEAD = event(41005, "harbor-10k", "Harbor 10K", new Event.Distance(10_000_000),
			Event.Elevation.OFF, null, 37);

	private static final Identified MARSH = new Identified(1L, 101, IdentityShown.LAST_NAME, Set.of());

	private final List<Accepted> book = new ArrayList<>();

	private final Map<String, Receipt> receipts = new HashMap<>();

	private final Map<String, Earlier> earlier = new HashMap<>();

	private final List<Earlier> withdrawn = new ArrayList<>();

	private BiFunction<Event, SubmissionForm, Checked> check = Desk::sound;

	private boolean full;

	private boolean over;

	private boolean noRoom;

	private boolean away;

	private static Event event(long id, String slug, String name, Event.@Nullable Distance distance,
			Event.Elevation elevation, @Nullable String tally, int shift) {
		Instant middle = NOW.plus(Duration.ofDays(shift));
		return new Event(id, HARBOR, slug, name, distance,
				new Event.Window(middle.minus(Duration.ofDays(30)), middle.plus(Duration.ofDays(30))),
				EnumSet.of(Outcome.FINISHED, Outcome.DNF, Outcome.DNS), elevation, tally, null, TRUST,
				Event.Limits.NONE, null);
	}

	/** Forgets everything. */
	void clear() {
		this.book.clear();
		this.receipts.clear();
		this.earlier.clear();
		this.withdrawn.clear();
		this.over = false;
		this.noRoom = false;
		this.away = false;
		this.check = Desk::sound;
		this.full = false;
	}

	/** From now on, every runner has sent enough for today. */
	void fillUp() {
		this.full = true;
	}

	/** From now on, nothing is corrected any more. */
	void endCorrections() {
		this.over = true;
	}

	/** From now on, every statement comes through the receipt of this submission. */
	void comesThrough(long submissionId) {
		Identified who = new Identified(1L, 101, IdentityShown.RECEIPT, Set.of(), submissionId);
		this.check = (event, form) -> {
			Statement marsh = ((Checked.Sound) sound(event, form)).statement();
			return new Checked.Sound(new Statement(who, marsh.result(), marsh.email(), marsh.note()));
		};
	}

	/** From now on it is too late. */
	void close() {
		this.check = (event, form) -> new Checked.Refused(
				List.of(Checked.Refusal.of("event", "refusal.event.closed", "yesterday")),
				((Checked.Sound) sound(event, form)).statement());
	}

	/** The disk is full. */
	void hasNoRoom() {
		this.noRoom = true;
	}

	/** The database does not answer. */
	void isAway() {
		this.away = true;
	}

	/** From now on, every form is refused for these reasons. */
	void refuse(Checked.Refusal... refusals) {
		this.check = (event, form) -> new Checked.Refused(List.of(refusals));
	}

	/** From now on, every form is checked by another. */
	void checkBy(SubmissionCheck other) {
		this.check = other::check;
	}

	/** Files a receipt under {@link #TOKEN}. */
	void file(Receipt receipt) {
		this.receipts.put(TOKEN, receipt);
	}

	/** Files what was sent under {@link #TOKEN}. */
	void file(Earlier sent) {
		this.earlier.put(TOKEN, sent);
	}

	/** What was taken back. */
	List<Earlier> withdrawn() {
		return this.withdrawn;
	}

	List<Accepted> book() {
		return this.book;
	}

	private static Checked sound(Event event, SubmissionForm form) {
		if (form.withoutResult()) {
			return new Checked.Sound(new Statement(MARSH,
					new Result(Outcome.valueOf("" + form.outcome()), null, null, null), null, form.note()));
		}
		String climb = form.elevationGain();
		ElevationGain gain = (climb != null && !climb.isEmpty())
				? new ElevationGain(new BigDecimal(climb), ElevationGain.Unit.of("" + form.elevationUnit())) : null;
		return new Checked.Sound(new Statement(MARSH, new Result(Outcome.FINISHED, ClockTime.of(0, 24, 315), gain,
				event.hasTally() ? new BigDecimal("42.5") : null), form.email(), form.note()));
	}

	@Override
	public List<Event> openAt(Instant moment) {
		return List.of(FIVE_K, MILES);
	}

	@Override
	public Optional<Event> bySlug(String slug) {
		if (this.away) {
			throw new DataAccessResourceFailureException("away", new SQLException("the connection is broken", "08006"));
		}
		return List.of(FIVE_K, MILES, HALF, OVER, AHEAD)
			.stream()
			.filter((event) -> event.slug().equals(slug))
			.findFirst();
	}

	@Override
	public Optional<Event> byId(long eventId) {
		return Optional.empty();
	}

	@Override
	public Checked check(Event event, SubmissionForm form) {
		return this.check.apply(event, form);
	}

	@Override
	public String accept(Event event, Statement statement, String submissionKey) {
		if (this.full) {
			throw new TooManyToday(20);
		}
		if (this.over) {
			throw new CorrectionsOver(event);
		}
		this.book.add(new Accepted(event, statement, submissionKey));
		return TOKEN;
	}

	@Override
	public Optional<String> find(Event event, Statement statement, String submissionKey) {
		return this.book.contains(new Accepted(event, statement, submissionKey)) ? Optional.of(TOKEN)
				: Optional.empty();
	}

	@Override
	public Optional<Receipt> find(String token) {
		return Optional.ofNullable(this.receipts.get(token));
	}

	@Override
	public Optional<Earlier> byToken(String token) {
		return Optional.ofNullable(this.earlier.get(token));
	}

	@Override
	public Optional<Earlier> bySubmission(long id) {
		return this.earlier.values().stream().filter((one) -> one.id() == id).findFirst();
	}

	@Override
	public List<Checked.Refusal> check(Earlier sent, SubmissionForm fact) {
		return "Marsh".equals(fact.lastName()) ? List.of()
				: List.of(Checked.Refusal.of("lastName", "refusal.receipt.name"));
	}

	@Override
	public void withdraw(Earlier sent) {
		if (this.over) {
			throw new CorrectionsOver(sent.event());
		}
		this.withdrawn.add(sent);
	}

	/** One entry of the book. */
	record Accepted(Event event, Statement statement, String submissionKey) {

	}

	/** The desk in a context, with doors as open and a token as needed in the product. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		Desk desk() {
			return new Desk();
		}

		@Bean
		KeyedHash keyedHash() {
			return new TestKeys(1).hash();
		}

		@Bean
		PublicUrl publicUrl() {
			return SecurityTables.publicUrl("http://127.0.0.1:8080");
		}

		@Bean
		SubmissionSettings settings() {
			return new SubmissionSettings(20, Duration.ofDays(90));
		}

		@Bean
		Room room(Desk desk) {
			return () -> !desk.noRoom;
		}

		@Bean
		InstantSource clock() {
			return InstantSource.fixed(NOW);
		}

		@Bean
		SecurityFilterChain everybody(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf((csrf) -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
					.ignoringRequestMatchers("/events/*/check"))
				.build();
		}

	}

}
