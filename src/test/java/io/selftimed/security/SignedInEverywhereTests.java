package io.selftimed.security;

import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas over one database: whoever signs in at one is known at the other.
 */
@BothDatabases
class SignedInEverywhereTests {

	private static final String KEY = "c2VsZnRpbWVkLXRlc3RzLW9ubHktMzItYnl0ZXMtLSE=";

	private final TestDatabase database;

	SignedInEverywhereTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void aSignInOutlivesTheReplicaAndASignOutCountsEverywhere() {
		String url = this.database.freshUrl();
		try (ConfigurableApplicationContext second = replica(url)) {
			PagesOverHttp browser;
			try (ConfigurableApplicationContext first = replica(url)) {
				first.getBean(JdbcClient.class)
					.sql("insert into organizer (id, email, password) values (7, 'ann@example.org', '{noop}secret')")
					.update();
				browser = new PagesOverHttp(port(first));
				browser.signIn("ann@example.org", "secret");
			}
			try (PagesOverHttp atSecond = browser.at(port(second))) {
				assertThat(atSecond.get("/organizer/anything").body()).isEqualTo("organizer 7");
				assertThat(principals(second)).containsExactly("7");
				atSecond.post("/logout", "_csrf", atSecond.get("/organizer/token").body());
				assertThat(atSecond.get("/organizer/anything").statusCode()).isEqualTo(302);
				assertThat(principals(second)).isEmpty();
			}
		}
	}

	private static List<String> principals(ConfigurableApplicationContext replica) {
		return replica.getBean(JdbcClient.class)
			.sql("select principal_name from spring_session")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private ConfigurableApplicationContext replica(String url) {
		String user = (this.database == TestDatabase.H2) ? "selftimed" : "postgres";
		return new SpringApplicationBuilder(Replica.class).run("--server.port=0", "--spring.datasource.url=" + url,
				"--spring.datasource.username=" + user, "--selftimed.secret-key=" + KEY);
	}

	private static int port(ConfigurableApplicationContext replica) {
		return replica.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Security alone, with a page to ask who is there. */
	@EnableAutoConfiguration
	@ComponentScan(basePackages = { "io.selftimed.security", "io.selftimed.web" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests\\$.*"))
	@Import(DoorsTests.Pages.class)
	static class Replica {

	}

}
