package io.selftimed.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start that cannot be is refused in one sentence, which names the cause and the cure.
 */
@Order(Integer.MAX_VALUE - 2)
class StartIT {

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	private static final String[] PRODUCTION = { "--spring.profiles.active=production",
			"--selftimed.public-url=https://run.example", "--selftimed.secret-key=" + KEY };

	@TempDir
	private Path dataDir;

	@Test
	void asksForAProfile() {
		RunningJar jar = RunningJar.builtThatStops(this.dataDir, Map.of("SERVER_PORT", "0"));
		assertThat(sentence(jar)).contains("Choose a profile: sandbox to try it, production to run it");
	}

	@Test
	void namesAPortThatIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(refusal("--spring.profiles.active=sandbox", "--server.port=" + taken.getLocalPort()))
				.contains("Port " + taken.getLocalPort() + " is taken");
		}
	}

	@Test
	void namesASettingThatCannotBeRead() {
		assertThat(refusal("--spring.profiles.active=sandbox", "--selftimed.delivery.settle-delay=soon"))
			.contains("selftimed.delivery.settle-delay cannot be read as a duration such as 30s or 5m");
	}

	@Test
	void namesASettingOutOfItsRange() {
		assertThat(refusal("--spring.profiles.active=sandbox", "--selftimed.delivery.batch-size=0"))
			.contains("selftimed.delivery.batch-size must be greater than or equal to 1");
	}

	@Test
	void namesASettingThatIsMissing() {
		assertThat(refusal("--spring.profiles.active=production", "--selftimed.secret-key=" + KEY))
			.contains("selftimed.public-url");
		assertThat(refusal("--spring.profiles.active=production", "--selftimed.public-url=https://run.example"))
			.contains("selftimed.secret-key");
	}

	@Test
	void readsSettingsFromTheEnvironment() {
		RunningJar jar = RunningJar.thatStops(this.dataDir, Map.of("SPRING_PROFILES_ACTIVE", "sandbox",
				"SELFTIMED_RUNSIGNUP_BASEURL", "https://elsewhere.example"));
		assertThat(sentence(jar)).contains("selftimed.runsignup.base-url");
	}

	@Test
	void keepsTheDemoAndARealRaceApart() {
		RunningJar.sandbox(this.dataDir).close();
		String demoDatabase = "--spring.datasource.url=jdbc:h2:file:" + this.dataDir + "/sandbox"
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
				+ ";OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE";
		assertThat(refusal(PRODUCTION[0], PRODUCTION[1], PRODUCTION[2], demoDatabase)).contains("demo");
	}

	@Test
	void namesADatabaseThatIsInUse() {
		RunningJar first = RunningJar.sandbox(this.dataDir);
		try (first) {
			assertThat(refusal("--spring.profiles.active=sandbox")).contains("selftimed.data-dir is in use");
		}
	}

	private String refusal(String... arguments) {
		return sentence(RunningJar.thatStops(this.dataDir, Map.of("SERVER_PORT", "0"), arguments));
	}

	/** The one line it leaves behind, without a stack trace; it ends with a failure. */
	private static String sentence(RunningJar jar) {
		assertThat(jar.exitCode()).as(jar.log()).isNotZero();
		assertThat(jar.log()).doesNotContain("\tat ").doesNotContain("Caused by");
		assertThat(jar.log().lines().filter((line) -> line.startsWith("Selftimed did not start. "))).hasSize(1);
		assertThat(jar.log().lines().filter((line) -> line.contains(" ERROR "))).isEmpty();
		return jar.log()
			.lines()
			.filter((line) -> line.startsWith("Selftimed did not start. "))
			.findFirst()
			.orElseThrow();
	}

}
