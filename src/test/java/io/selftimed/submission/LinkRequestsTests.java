package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.Event;
import io.selftimed.race.RaceTables;
import io.selftimed.security.TestKeys;
import io.selftimed.submission.IdentityLinks.LinkedRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links by e-mail: who gets one, how often, and how long it counts.
 */
@BothDatabases
class LinkRequestsTests {

	private final TestDatabase database;

	private final List<LinkReady> sent = new ArrayList<>();

	private final IdentityLinks links;

	private final LinkRequests requests;

	private Instant now = HarborLights.NOON;

	LinkRequestsTests(TestDatabase database) {
		this.database = database;
		this.links = new IdentityLinks(database.jdbc(), database.transactions(), new TestKeys(1).hash(),
				new SubmissionKeys(), () -> this.now);
		this.requests = new LinkRequests(database.jdbc(), database.transactions(), this.links, new TestKeys(1).hash(),
				() -> "192.0.2.7", new TestKeys(1).box(), (event) -> this.sent.add((LinkReady) event), () -> this.now);
	}

	@BeforeEach
	void aFamilyOfTwoSharesAnAddress() {
		this.database.clean();
		HarborLights.in(this.database)
			.race()
			.harbor5k()
			.harborMiles()
			.participant(1, 101, "Marsh")
			.participant(2, 102, "Marsh")
			.participant(3, 103, "Reyes");
		this.database.jdbc().sql("update participant set email = 'Ada@Example.org' where id in (1, 2)").update();
	}

	@Test
	void whoIsOnTheRosterGetsALinkAndNobodyElse() {
		ask(" ada@example.ORG ");
		ask("eve@example.org");
		assertThat(this.sent).singleElement()
			.satisfies((link) -> assertThat(link.address()).isEqualTo("ada@example.org"))
			.satisfies((link) -> assertThat(link.path()).startsWith("/events/harbor-5k/link/"));
	}

	@Test
	void theDatabaseHoldsNoAddressOnceAWishIsAnswered() {
		ask("eve@example.org");
		assertThat(this.database.jdbc()
			.sql("select count(*) from link_request where sealed_address is not null")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void threeLinksAnHourGoToAnAddress() {
		for (int wish = 0; wish < 5; wish++) {
			ask("ada@example.org");
		}
		assertThat(this.sent).hasSize(3);
		this.now = this.now.plus(Duration.ofMinutes(61));
		ask("ada@example.org");
		assertThat(this.sent).hasSize(4);
	}

	@Test
	void nobodyFillsTheTableFromOneClient() {
		for (int wish = 0; wish < LinkRequests.OF_A_CLIENT + 3; wish++) {
			this.requests.ask(harbor5k(), "eve" + wish + "@example.org", "en");
		}
		assertThat(this.database.jdbc().sql("select count(*) from link_request").query(Integer.class).single())
			.isEqualTo(LinkRequests.OF_A_CLIENT);
	}

	@Test
	void aLinkStandsForEveryBibOfTheAddressAndCountsOnce() {
		ask("ada@example.org");
		assertThat(this.links.isOpen(harbor5k(), token())).isTrue();
		assertThat(this.links.use(harbor5k(), token())).extracting(LinkedRunner::bib).containsExactly(101L, 102L);
		assertThat(this.links.isOpen(harbor5k(), token())).isFalse();
		assertThat(this.links.use(harbor5k(), token())).isEmpty();
	}

	@Test
	void aLinkCountsForHalfAnHour() {
		ask("ada@example.org");
		this.now = this.now.plus(Duration.ofMinutes(30));
		assertThat(this.links.isOpen(harbor5k(), token())).isFalse();
		assertThat(this.links.use(harbor5k(), token())).isEmpty();
	}

	@Test
	void aLinkCountsForItsOwnEventOnly() {
		ask("ada@example.org");
		Event other = RaceTables.in(this.database).events().bySlug("harbor-miles").orElseThrow();
		assertThat(this.links.use(other, token())).isEmpty();
		assertThat(this.links.use(harbor5k(), "made-up")).isEmpty();
	}

	@Test
	void afterADayNothingIsLeft() {
		ask("ada@example.org");
		this.now = this.now.plus(Duration.ofHours(26));
		this.requests.forgetOld();
		for (String table : List.of("link_request", "identity_link")) {
			assertThat(this.database.jdbc().sql("select count(*) from " + table).query(Integer.class).single())
				.isZero();
		}
	}

	private void ask(String address) {
		this.requests.ask(harbor5k(), address, "en");
		this.requests.answerAll();
	}

	private String token() {
		return this.sent.getLast().path().replaceFirst(".*/", "");
	}

	private Event harbor5k() {
		return RaceTables.in(this.database).events().bySlug("harbor-5k").orElseThrow();
	}

}
