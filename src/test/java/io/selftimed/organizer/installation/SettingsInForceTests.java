package io.selftimed.organizer.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The settings as administrators see them.
 */
class SettingsInForceTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void itShowsEverySettingThatIsDocumented() throws IOException {
		List<String> documented = Pattern.compile("(?m)^\\| `(selftimed[^`]+)`")
			.matcher(Files.readString(Path.of("docs/settings.md")))
			.results()
			.map((MatchResult row) -> row.group(1))
			.toList();
		assertThat(all()).hasSizeGreaterThan(30)
			.allSatisfy((setting) -> assertThat(setting.meaning()).isNotBlank().doesNotContain("{@"))
			.extracting(ShownSetting::name)
			.containsExactlyElementsOf(documented);
	}

	@Test
	void whatIsGivenIsShownAndWhatIsNotIsAsUsual() {
		this.environment.setProperty("selftimed.public-url", "https://results.example.org");
		this.environment.setProperty("selftimed.trusted-proxies[0]", "10.0.0.1");
		this.environment.setProperty("selftimed.trusted-proxies[1]", "10.0.0.2");
		assertThat(one("selftimed.public-url")).extracting(ShownSetting::state, ShownSetting::value)
			.containsExactly("set", "https://results.example.org");
		assertThat(one("selftimed.trusted-proxies").value()).isEqualTo("10.0.0.1, 10.0.0.2");
		assertThat(one("selftimed.delivery.batch-size")).extracting(ShownSetting::state, ShownSetting::value)
			.containsExactly("usual", "25");
		assertThat(one("selftimed.mail.from").state()).isEqualTo("unset");
	}

	@Test
	void ofASecretItShowsOnlyThatItIsSet() {
		assertThat(all()).extracting(ShownSetting::state).doesNotContain("secret");
		all().forEach((setting) -> this.environment.setProperty(setting.name(), "5s"));
		this.environment.setProperty("spring.mail.password", "5s");
		assertThat(all()).filteredOn((setting) -> setting.state().equals("secret"))
			.allSatisfy((setting) -> assertThat(setting.value()).isEmpty())
			.extracting(ShownSetting::name)
			.as("decide of each new setting whether it lets somebody in")
			.containsExactly("selftimed.move-up.password", "selftimed.previous-secret-keys",
					"selftimed.runsignup.caller-registration.secret", "selftimed.runsignup.caller-registration.token",
					"selftimed.runsignup.credential.client-secret", "selftimed.runsignup.credential.key",
					"selftimed.runsignup.credential.refresh-token", "selftimed.runsignup.credential.secret",
					"selftimed.runsignup.oauth.client-secret", "selftimed.sandbox.organizer-password",
					"selftimed.secret-key");
		assertThat(new SettingsInForce(this.environment).of("spring.mail.password").state()).isEqualTo("secret");
	}

	private ShownSetting one(String name) {
		return all().stream().filter((setting) -> setting.name().equals(name)).findFirst().orElseThrow();
	}

	private List<ShownSetting> all() {
		return new SettingsInForce(this.environment).all();
	}

}
