package io.selftimed.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The containers as they stand before the real RunSignup, by the lines of
 * {@code docs/containers.md}; a simulator has RunSignup's place.
 */
@NeedsEngine
@Tag("endurance")
class ComposeRunSignupIT {

	private static final Map<String, String> SETTINGS = new TreeMap<>(
			Map.of("selftimed.runsignup.credential.kind", "api-v2", "selftimed.runsignup.credential.key", "sandbox",
					"selftimed.runsignup.credential.secret", "sandbox", "spring.mail.host", "smtp.example.org"));

	private static final String PASSWORD = "nine blue buoys at dawn";

	@TempDir
	private Path folder;

	private Compose compose;

	@BeforeEach
	void up() throws IOException {
		Path override = Files.writeString(this.folder.resolve("remote.yml"), """
				version: "3.8"
				x-remote: &remote
				  environment:
				    SELFTIMED_RUNSIGNUP_BASEURL: http://remote:8080/sandbox/runsignup
				    SELFTIMED_RUNSIGNUP_ALLOWOTHERHOST: "true"
				services:
				  remote:
				    image: selftimed:local
				    environment: {SPRING_PROFILES_ACTIVE: simulator}
				  selftimed-1:
				    <<: *remote
				  selftimed-2:
				    <<: *remote
				""");
		this.compose = new Compose(this.folder, Path.of("docker-compose.runsignup.yml"), override);
		this.compose.with("SELFTIMED_PUBLICURL", "http://localhost:" + this.compose.port());
		this.compose.build();
		for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
			sets(setting.getKey(), setting.getValue());
		}
		this.compose.up();
	}

	@AfterEach
	void down() {
		this.compose.close();
	}

	@Test
	void theFirstOrganizerFindsNothingOfADemoAndOpensARaceWithTheCredentialOfTheInstallation() {
		assertThat(this.compose.services()).contains("selftimed-1", "selftimed-2", "proxy", "postgres")
			.doesNotContain("simulator", "welcome");
		for (String replica : new String[] { "selftimed-1", "selftimed-2" }) {
			assertThat(this.compose.inspect(replica, "{{.Config.Env}}")).doesNotContain("CREDENTIAL", "smtp");
		}
		try (PagesOverHttp organizer = new PagesOverHttp(this.compose.port())) {
			String setup = URI.create(setupLink()).getPath();
			String token = PagesOverHttp.token(organizer.get(setup));
			HttpResponse<String> made = organizer.post(setup, "email", "ann@example.org", "password", PASSWORD, "_csrf",
					token);
			assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
			organizer.signIn("ann@example.org", PASSWORD);
			assertThat(organizer.get("/organizer").body()).doesNotContain("Harbor");
			assertThat(organizer.get("/organizer/installation/settings").body()).contains("smtp.example.org");
			HttpResponse<String> race = organizer.get("/organizer/races/new");
			HttpResponse<String> opened = organizer.post("/organizer/races/new", "raceId", "4100", "kind", "api-v2",
					"contact", "race@example.org", "_csrf", PagesOverHttp.token(race));
			assertThat(opened.headers().firstValue("Location")).as(opened.body())
				.hasValueSatisfying((address) -> assertThat(address).endsWith("/organizer/races/4100/events/new"));
			assertThat(organizer.get("/organizer/races/4100/events/new").body()).contains("Harbor 5K");
		}
	}

	@Test
	void aSettingThatWouldBeOverruledIsRefusedAndAFormerKeyIsKept() throws IOException {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> sets("selftimed.trusted-proxies", "10.0.0.5"))
			.withMessageContaining("set it there");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> sets("selftimed.secret-key", "too short"))
			.withMessageContaining("base64 of 32 bytes");
		String former = secret("selftimed.secret-key");
		String key = Base64.getEncoder().encodeToString(new byte[32]);
		sets("selftimed.secret-key", key);
		assertThat(secret("selftimed.secret-key")).isEqualTo(key);
		assertThat(secret("selftimed.previous-secret-keys")).isEqualTo(former);
	}

	private void sets(String name, String value) throws IOException {
		this.compose.runOnceReading(Files.writeString(this.folder.resolve("value"), value + "\n"), "--no-deps", "-T",
				"secrets", name);
	}

	private String secret(String name) throws IOException {
		Path file = this.folder.resolve("secret");
		this.compose.runOnceInto(file, "--no-deps", "-T", "--entrypoint", "cat", "secrets", "/secrets/" + name);
		return Files.readString(file);
	}

	/** One replica has it; which one, the other's log says. */
	private String setupLink() {
		String replica = this.compose.log("selftimed-1").contains("Open the address that stands in") ? "selftimed-1"
				: "selftimed-2";
		return this.compose.exec(replica, "cat", "/tmp/selftimed/setup-link").strip();
	}

}
