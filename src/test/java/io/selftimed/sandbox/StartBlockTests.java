package io.selftimed.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.selftimed.StartRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a start says, and the words to sign in with.
 */
class StartBlockTests {

	private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "4711");

	@TempDir
	private Path folder;

	@Test
	void theSandboxTellsItsDoorsAndHowToSignIn() {
		this.environment.setActiveProfiles("simulator", "demo");
		assertThat(said(password("green-harbor"))).contains("http://127.0.0.1:4711/organizer",
				"http://127.0.0.1:4711/sandbox", "demo@selftimed.test", "green-harbor", "Nothing leaves this machine.");
	}

	@Test
	void theSandboxWarnsIfResultsLeave() {
		this.environment.setActiveProfiles("simulator", "demo");
		this.environment.setProperty("selftimed.runsignup.base-url", "https://test.runsignup.com");
		assertThat(said(password("green-harbor"))).contains("RESULTS LEAVE THIS MACHINE")
			.doesNotContain("Nothing leaves");
	}

	@Test
	void demoDataWithoutTheSimulatorIsSaidLoudlyAndWithoutThePassword() {
		this.environment.setActiveProfiles("production", "demo");
		DemoPassword made = password("");
		assertThat(said(made))
			.contains("DEMO DATA", "demo@selftimed.test", this.folder.resolve("sandbox-organizer-password").toString())
			.doesNotContain(made.reveal());
		assertThat(said(password("green-harbor"))).doesNotContain("green-harbor");
	}

	@Test
	void theSimulatorAloneTellsWhereItListens() {
		this.environment.setActiveProfiles("simulator");
		assertThat(said(null)).contains("http://127.0.0.1:4711/sandbox/runsignup").hasLineCount(1);
	}

	@Test
	void aPasswordLongerThanIsComparedStopsTheStart() {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> password("x".repeat(73)))
			.withMessageContaining("selftimed.sandbox.organizer-password")
			.withMessageNotContaining("xxx");
	}

	private DemoPassword password(String configured) {
		return new DemoPassword(configured, this.folder);
	}

	private String said(DemoPassword password) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		new StartBlock(this.environment, password, new PrintStream(said, true, StandardCharsets.UTF_8)).print();
		return said.toString(StandardCharsets.UTF_8);
	}

}
