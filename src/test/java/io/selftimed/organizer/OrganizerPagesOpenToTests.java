package io.selftimed.organizer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.selftimed.TestDatabase;
import io.selftimed.organizer.EveryRoute.Visitor;
import io.selftimed.security.Access;
import io.selftimed.security.OrganizerAccount;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Every route of the organizers, found in the running application: who has no role in a
 * race neither sees nor does anything there, and nobody does more than their role.
 */
@SpringBootTest(classes = OrganizerPagesTests.Application.class)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizerPagesOpenToTests {

	/** The id of every row of the other race. */
	private static final String OTHERS = "9900";

	/** So many kinds of pages each finds at least. */
	private final Map<Visitor, Integer> leastPages = Map.of(Visitor.NOBODY, 1, Visitor.VIEWER, 10, Visitor.REVIEWER, 12,
			Visitor.OWNER, 20, Visitor.ADMINISTRATOR, 4);

	@Autowired
	private MockMvc mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping handlers;

	/** A session that began just now, so that nobody is asked for the password again. */
	private Cookie fresh = new Cookie("none", "none");

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@BeforeAll
	void peopleAndAnotherRace(@Autowired JdbcClient jdbc) {
		for (Visitor visitor : Visitor.values()) {
			jdbc.sql("insert into organizer (id, email, password, administrator) values (?, ?, '{noop}secret', ?)")
				.params(visitor.id(), visitor + "@example.org", visitor == Visitor.ADMINISTRATOR)
				.update();
		}
		for (Visitor visitor : List.of(Visitor.VIEWER, Visitor.REVIEWER, Visitor.OWNER)) {
			jdbc.sql("insert into organizer_role (organizer_id, race_id, role) values (?, 4100, ?)")
				.params(visitor.id(), visitor.name().toLowerCase(Locale.ROOT))
				.update();
		}
		jdbc.sql("""
				insert into participant (id, event_id, bib, last_name) values (9900, 42001, 9900, 'Okafor')
				""").update();
		jdbc.sql("""
				insert into submission (id, event_id, participant_id, number, submitted_at, outcome, identity_shown,
					review, receipt_hash)
				values (9900, 42001, 9900, 1, current_timestamp, 'DNF', 'last-name', 'held', 'others')
				""").update();
		jdbc.sql("""
				insert into invitation (id, token_hash, race_id, email, role, until)
				values (9900, 'others', 4200, 'zoe@example.org', 'viewer', timestamp '2099-01-01 00:00:00')
				""").update();
	}

	@BeforeAll
	void openSession(@Autowired SessionRepository<? extends Session> sessions) {
		String id = opened(sessions);
		this.fresh = new Cookie("selftimed-session",
				Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
	}

	private static <S extends Session> String opened(SessionRepository<S> sessions) {
		S session = sessions.createSession();
		sessions.save(session);
		return session.getId();
	}

	@Test
	void everyRouteSaysWhomItIsOpenToAndNamesTheRaceIfItIsOfOne() {
		assertThat(routes()).hasSizeGreaterThan(15).allSatisfy((route) -> {
			assertThat(route.open()).as("@OpenTo of %s", route).isNotNull();
			if (route.access() != Access.SIGNED_IN && route.access() != Access.ADMINISTRATOR) {
				assertThat(route.isOfRace()).as("%s names its race", route).isTrue();
			}
		});
	}

	@Test
	void whoeverIsNotSignedInIsSentToSignIn() {
		assertThat(routes()).allSatisfy((route) -> {
			String location = this.mvc.perform(request(route, "harbor-5k", "4100", "1").with(csrf()))
				.andReturn()
				.getResponse()
				.getHeader("Location");
			assertThat(location).as("%s", route).endsWith("/login");
		});
	}

	@Test
	void aSmallerRoleThanNeededIsForbiddenAndNoneFindsNothing() {
		assertThat(asked()).allSatisfy((asked) -> {
			if (!asked.route().isOpenTo(asked.visitor())) {
				boolean known = asked.visitor() != Visitor.NOBODY && asked.visitor() != Visitor.ADMINISTRATOR;
				int expected = (known || !asked.route().isOfRace()) ? 403 : 404;
				assertThat(status(asked.route(), asked.visitor(), "harbor-5k", "4100", "1")).as("%s", asked)
					.isEqualTo(expected);
			}
		});
	}

	@Test
	void nobodyDoesAnythingInARaceOfOthers() {
		assertThat(asked()).allSatisfy((asked) -> {
			if (asked.route().isOfRace()) {
				assertThat(status(asked.route(), asked.visitor(), "hill-10k", "4200", OTHERS)).as("%s", asked)
					.isEqualTo((asked.route().access() == Access.ADMINISTRATOR) ? 403 : 404);
			}
		});
	}

	@Test
	void anotherRacesRowsAreNotThereUnderOnesOwnRace() {
		assertThat(routes()).allSatisfy((route) -> {
			if (route.isOfRace() && route.namesMore()) {
				assertThat(status(route, Visitor.OWNER, "harbor-5k", "4100", OTHERS)).as("%s", route)
					.isBetween(400, 499);
			}
		});
	}

	@Test
	void whoeverMayLooks() {
		assertThat(asked()).allSatisfy((asked) -> {
			if (asked.route().isLooking() && !asked.route().namesMore() && asked.route().isOpenTo(asked.visitor())) {
				assertThat(status(asked.route(), asked.visitor(), "harbor-5k", "4100", "1")).as("%s", asked)
					.isBetween(200, 303);
			}
		});
	}

	/** Each page that links lead to, from the first one on. */
	@ParameterizedTest
	@EnumSource
	void whatIsForbiddenIsNotEvenShown(Visitor visitor) throws Exception {
		Deque<String> toVisit = new ArrayDeque<>(List.of("/organizer"));
		Set<String> seen = new HashSet<>(toVisit);
		Map<EveryRoute, Integer> visits = new HashMap<>();
		while (!toVisit.isEmpty()) {
			String address = toVisit.remove();
			MockHttpServletResponse page = this.mvc
				.perform(MockMvcRequestBuilders.get(URI.create(address))
					.cookie(this.fresh)
					.with(user(new OrganizerAccount(visitor.id(), "x"))))
				.andReturn()
				.getResponse();
			assertThat(page.getStatus()).as("%s for %s", address, visitor).isBetween(200, 303);
			if (!String.valueOf(page.getContentType()).startsWith("text/html")) {
				continue;
			}
			for (Offer offer : Offer.on(page.getContentAsString())) {
				EveryRoute route = offer.route(routes());
				assertThat(route.isOpenTo(visitor)).as("%s shows %s to %s", address, route, visitor).isTrue();
				if (route.isLooking() && seen.add(offer.address()) && visits.merge(route, 1, Integer::sum) <= 4) {
					toVisit.add(offer.address());
				}
			}
		}
		assertThat(visits).hasSizeGreaterThan(this.leastPages.get(visitor));
	}

	@Test
	void nothingIsDoneWithoutAToken() {
		assertThat(routes()).allSatisfy((route) -> {
			if (!route.isLooking()) {
				int status = this.mvc
					.perform(request(route, "harbor-5k", "4100", "1")
						.with(user(new OrganizerAccount(Visitor.OWNER.id(), "x"))))
					.andReturn()
					.getResponse()
					.getStatus();
				assertThat(status).as("%s", route).isEqualTo(403);
			}
		});
	}

	private List<EveryRoute> routes() {
		return EveryRoute.in(this.handlers.getHandlerMethods());
	}

	private Stream<Asked> asked() {
		return routes().stream()
			.flatMap((route) -> Stream.of(Visitor.values()).map((visitor) -> new Asked(route, visitor)));
	}

	private int status(EveryRoute route, Visitor visitor, String slug, String raceId, String other) throws Exception {
		return this.mvc
			.perform(request(route, slug, raceId, other).cookie(this.fresh)
				.with(user(new OrganizerAccount(visitor.id(), "x")))
				.with(csrf()))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	private static MockHttpServletRequestBuilder request(EveryRoute route, String slug, String raceId, String other) {
		return MockMvcRequestBuilders.request(route.method(), route.path(slug, raceId, other));
	}

	/**
	 * What a page offers: a link, or a form.
	 *
	 * @param method what happens then
	 * @param address where
	 */
	private record Offer(HttpMethod method, String address) {

		private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"(/organizer[^\"#]*)");

		private static final Pattern FORM = Pattern.compile("<form\\s([^>]*)>");

		private static final Pattern ACTION = Pattern.compile("\\baction=\"(/organizer[^\"#]*)");

		private static final Pattern BUTTON = Pattern.compile("\\bformaction=\"(/organizer[^\"#]*)");

		static List<Offer> on(String page) {
			List<Offer> offers = new ArrayList<>();
			LINK.matcher(page).results().forEach((link) -> offers.add(to(HttpMethod.GET, link.group(1))));
			BUTTON.matcher(page).results().forEach((button) -> offers.add(to(HttpMethod.POST, button.group(1))));
			FORM.matcher(page).results().forEach((form) -> {
				HttpMethod method = form.group(1).contains("method=\"post\"") ? HttpMethod.POST : HttpMethod.GET;
				ACTION.matcher(form.group(1)).results().forEach((action) -> offers.add(to(method, action.group(1))));
			});
			return offers;
		}

		private static Offer to(HttpMethod method, String address) {
			return new Offer(method, HtmlUtils.htmlUnescape(address));
		}

		EveryRoute route(List<EveryRoute> routes) {
			PathContainer path = PathContainer.parsePath(URI.create(this.address).getPath());
			return routes.stream()
				.filter((route) -> route.method().equals(this.method))
				.filter((route) -> PathPatternParser.defaultInstance.parse(route.pattern()).matches(path))
				.min(Comparator.comparing((route) -> PathPatternParser.defaultInstance.parse(route.pattern())))
				.orElseThrow(() -> new AssertionError("no route for " + this));
		}

	}

	/** A route and who asks for it. */
	private record Asked(EveryRoute route, Visitor visitor) {
	}

}
