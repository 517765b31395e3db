package io.selftimed.organizer;

import java.net.http.HttpResponse;

import io.selftimed.TestDatabase;
import io.selftimed.security.InvitationReady;
import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accounts, people and audit through a real server, rendered.
 */
@SpringBootTest(classes = { OrganizerPagesTests.Application.class, AccountPagesTests.Post.class },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccountPagesTests {

	private static final String GOOD = "kayak lantern orbit seven";

	private static final String PEOPLE = "/organizer/races/4100/people";

	private static volatile String lastLink = "";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private PagesOverHttp browser;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@BeforeEach
	void annSignsIn() {
		this.jdbc.sql("update organizer set password = '{noop}secret'").update();
		this.jdbc.sql("delete from sign_in_try").update();
		this.jdbc.sql("delete from spring_session").update();
		this.browser = new PagesOverHttp(this.port);
		this.browser.signIn("ann@example.org", "secret");
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@Test
	void whoComesLateIsAskedForThePasswordAgainAndGoesOn() {
		assertThat(this.browser.get(PEOPLE).body()).contains("ann@example.org", "Invite somebody").doesNotContain("??");
		this.jdbc.sql("update spring_session set creation_time = creation_time - 1000000").update();
		HttpResponse<String> late = this.browser.get(PEOPLE);
		assertThat(location(late)).endsWith("/organizer/password-again?to=%2Forganizer%2Fraces%2F4100%2Fpeople");
		String token = PagesOverHttp.token(this.browser.get(path(late)));
		assertThat(this.browser.post("/organizer/password-again", "to", PEOPLE, "password", "wrong", "_csrf", token)
			.statusCode()).isEqualTo(422);
		HttpResponse<String> on = this.browser.post("/organizer/password-again", "to", PEOPLE, "password", "secret",
				"_csrf", token);
		assertThat(on.statusCode()).isEqualTo(303);
		assertThat(this.browser.get(path(on)).statusCode()).isEqualTo(200);
	}

	@Test
	void aSessionEndsAfterTwelveHours() {
		assertThat(this.browser.get("/organizer").statusCode()).isEqualTo(200);
		this.jdbc.sql("update spring_session set creation_time = creation_time - 43300000").update();
		assertThat(this.browser.get("/organizer").statusCode()).isEqualTo(302);
	}

	@Test
	void anInvitationLeadsToAnAccountThatLooksAndNoMore() {
		String token = PagesOverHttp.token(this.browser.get(PEOPLE));
		HttpResponse<String> bad = this.browser.post(PEOPLE + "/invitations", "email", "bea", "role", "viewer", "_csrf",
				token);
		assertThat(bad.statusCode()).isEqualTo(422);
		assertThat(bad.body()).contains("value=\"bea\"", "Write a whole e-mail address");
		this.browser.post(PEOPLE + "/invitations", "email", "bea@example.org", "role", "viewer", "_csrf", token);
		assertThat(this.browser.get(PEOPLE).body())
			.contains("bea@example.org", "Viewer, until Aug 8, 2026", "spring.mail.host is not set",
					lastLink + "</code>")
			.doesNotContain("on its way", "??");
		assertThat(this.browser.get(PEOPLE).body()).as("a second time").doesNotContain(lastLink);
		try (PagesOverHttp bea = new PagesOverHttp(this.port)) {
			HttpResponse<String> page = bea.get(lastLink);
			assertThat(page.body()).contains("Harbor Lights", "Viewer", "bea@example.org").doesNotContain("??");
			assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
			String own = PagesOverHttp.token(page);
			assertThat(bea.post(lastLink, "password", "short", "_csrf", own).statusCode()).isEqualTo(422);
			assertThat(location(bea.post(lastLink, "password", GOOD, "_csrf", own))).endsWith("/login?joined");
			assertThat(bea.get(lastLink).body()).contains("This invitation is over");
			bea.signIn("bea@example.org", GOOD);
			assertThat(bea.get("/organizer/events/harbor-5k").statusCode()).isEqualTo(200);
			HttpResponse<String> forbidden = bea.get(PEOPLE);
			assertThat(forbidden.statusCode()).isEqualTo(403);
			assertThat(forbidden.body()).contains("Your role does not reach").doesNotContain("too long");
			removed(bea);
		}
	}

	private void removed(PagesOverHttp bea) {
		long id = this.jdbc.sql("select id from organizer where email = 'bea@example.org'").query(Long.class).single();
		String token = PagesOverHttp.token(this.browser.get(PEOPLE));
		this.browser.post(PEOPLE + "/" + id + "/remove", "_csrf", token);
		assertThat(location(bea.get("/organizer/events/harbor-5k"))).endsWith("/login");
		assertThat(this.browser.get("/organizer/races/4100/audit").body())
			.contains("Took a role away", "Invited somebody", "Accepted an invitation", "ann@example.org")
			.doesNotContain("??", "bea@example.org");
		assertThat(this.browser.get("/organizer/races/4100/audit.csv?what=role-removed").body().lines()).hasSize(2);
		assertThat(this.browser.get("/organizer/races/4100/audit?what=role-removed").body())
			.contains("/organizer/races/4100/audit.csv?what=role-removed&amp;bom=true");
		assertThat(this.browser.get("/organizer/races/4100/audit.csv?what=role-removed&bom=true").body())
			.startsWith("\uFEFFat,organizer_id")
			.hasLineCount(2);
		assertThat(this.browser.get("/organizer/races/4100/audit.csv").body()).startsWith("at,organizer_id");
	}

	@Test
	void anotherPasswordEndsOtherSessions() {
		try (PagesOverHttp other = new PagesOverHttp(this.port)) {
			other.signIn("ann@example.org", "secret");
			String token = PagesOverHttp.token(this.browser.get("/organizer/account"));
			HttpResponse<String> wrong = this.browser.post("/organizer/account/password", "current", "wrong",
					"password", GOOD, "_csrf", token);
			assertThat(wrong.statusCode()).isEqualTo(422);
			assertThat(wrong.body()).contains("This is not the password").doesNotContain(GOOD, "??");
			assertThat(this.browser
				.post("/organizer/account/password", "current", "secret", "password", GOOD, "_csrf", token)
				.statusCode()).isEqualTo(303);
			assertThat(this.browser.get("/organizer/account").body()).contains("The password is changed");
			assertThat(other.get("/organizer").statusCode()).isEqualTo(302);
			String again = PagesOverHttp.token(this.browser.get("/organizer/account"));
			this.browser.post("/organizer/account/sign-out-everywhere", "_csrf", again);
			assertThat(this.browser.get("/organizer").statusCode()).isEqualTo(302);
		}
	}

	@Test
	void aForgottenPasswordIsSetByALinkAndEveryAddressReadsTheSame() {
		try (PagesOverHttp stranger = new PagesOverHttp(this.port)) {
			String token = PagesOverHttp.token(stranger.get("/password"));
			String known = stranger.post("/password", "email", "bob@example.org", "_csrf", token).body();
			String unknown = stranger.post("/password", "email", "nob@example.org", "_csrf", token).body();
			assertThat(unknown.replace("nob@", "bob@")).isEqualTo(known)
				.contains("no mail server, so no link can be sent")
				.doesNotContain("If bob@example.org");
			assertThat(stranger.get("/password/nonsense").body()).contains("This link is over");
		}
	}

	@Test
	void tooManyWrongPasswordsAreNotLookedAt() {
		try (PagesOverHttp eve = new PagesOverHttp(this.port)) {
			for (int attempt = 0; attempt < 8; attempt++) {
				assertThat(location(eve.signIn("ann@example.org", "guess" + attempt))).endsWith("/login?error");
			}
			assertThat(location(eve.signIn("ann@example.org", "secret"))).endsWith("/login?slow");
			assertThat(eve.get("/login?slow").body()).contains("too many tries");
		}
		assertThat(location(annAgain())).as("from Ann's own device").endsWith("/organizer");
	}

	@Test
	void aSessionIdFromBeforeIsWorthNothing() {
		String before = sessionIds();
		assertThat(location(annAgain())).endsWith("/organizer");
		assertThat(sessionIds()).isNotEqualTo(before);
	}

	/** Signs in by a token of another page, as the sign-in page leads on. */
	private HttpResponse<String> annAgain() {
		String token = PagesOverHttp.token(this.browser.get("/organizer"));
		return this.browser.post("/login", "username", "ann@example.org", "password", "secret", "_csrf", token);
	}

	private String sessionIds() {
		return this.jdbc.sql("select max(session_id) from spring_session where principal_name = '7'")
			.query((row, number) -> row.getString(1))
			.single();
	}

	@Test
	void theInstallationIsForAdministrators() {
		assertThat(this.browser.get("/organizer/installation").statusCode()).isEqualTo(403);
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		assertThat(this.browser.get("/organizer/installation").body())
			.contains("Harbor Lights", "Hill Run", "bob@example.org", "Administrator")
			.doesNotContain("??");
		assertThat(this.browser.get("/organizer/installation/audit").body()).contains("Signed in").doesNotContain("??");
		assertThat(this.browser.get("/organizer/installation/audit?what=sign-in-failed&object=organizer:7").body())
			.contains("value=\"sign-in-failed\" selected", "value=\"organizer:7\"")
			.doesNotContain("<td><a href=\"/organizer/installation/audit?what=signed-in", "??");
		assertThat(this.browser.get("/organizer/installation/settings").body())
			.contains("selftimed.delivery.batch-size", "results a call, 1 to 100", "spring.mail.host is not set",
					"not registered at RunSignup")
			.doesNotContain("??");
		this.jdbc.sql("update organizer set administrator = false where id = 7").update();
	}

	@Test
	void administratorsMakeOthersAndTheLastOneStays() {
		String page = "/organizer/installation/administrators";
		assertThat(this.browser.get(page).statusCode()).isEqualTo(403);
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		HttpResponse<String> alone = this.browser.get(page);
		assertThat(alone.body()).contains("ann@example.org", "The only one").doesNotContain("??", "Take it away");
		String token = PagesOverHttp.token(alone);
		HttpResponse<String> bad = this.browser.post(page, "email", "zoe", "_csrf", token);
		assertThat(bad.statusCode()).isEqualTo(422);
		assertThat(bad.body()).contains("value=\"zoe\"", "Write a whole e-mail address");
		this.browser.post(page, "email", "Bob@example.org", "_csrf", token);
		assertThat(this.browser.get(page).body()).contains("They are an administrator from now on", "bob@example.org");
		this.browser.post(page, "email", "zoe@example.org", "_csrf", token);
		assertThat(this.browser.get(page).body()).contains("zoe@example.org", "Until Aug 8, 2026").doesNotContain("??");
		try (PagesOverHttp zoe = new PagesOverHttp(this.port)) {
			HttpResponse<String> invitation = zoe.get(lastLink);
			assertThat(invitation.body()).contains("look after this installation", "zoe@example.org")
				.doesNotContain("??");
			zoe.post(lastLink, "password", GOOD, "_csrf", PagesOverHttp.token(invitation));
			zoe.signIn("zoe@example.org", GOOD);
			assertThat(zoe.get(page).statusCode()).isEqualTo(200);
			assertThat(location(this.browser.post(page + "/8/remove", "_csrf", token))).endsWith(page);
			assertThat(location(zoe.post(page + "/7/remove", "_csrf", PagesOverHttp.token(zoe.get(page)))))
				.endsWith(page);
			assertThat(location(this.browser.get("/organizer"))).endsWith("/login");
			long own = this.jdbc.sql("select id from organizer where email = 'zoe@example.org'")
				.query(Long.class)
				.single();
			zoe.post(page + "/" + own + "/remove", "_csrf", PagesOverHttp.token(zoe.get(page)));
			assertThat(zoe.get(page).body()).contains("This is the only administrator");
			this.jdbc.sql("update organizer set administrator = false").update();
		}
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("(none)");
	}

	private static String path(HttpResponse<String> redirect) {
		return location(redirect).replaceFirst("^https?://[^/]+", "");
	}

	/** Keeps the links that would go out by mail. */
	static class Post {

		@EventListener
		void invited(InvitationReady ready) {
			lastLink = ready.path();
		}

	}

}
