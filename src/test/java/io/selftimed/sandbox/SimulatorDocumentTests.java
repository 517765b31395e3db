package io.selftimed.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.selftimed.sandbox.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What docs/simulator.md and the README show works as it stands: each command is run, one
 * after the other, and answered as shown below it.
 */
@SpringBootTest(classes = SimulatorAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("simulator")
class SimulatorDocumentTests {

	private static final Path DOCUMENT = Path.of("docs/simulator.md");

	private static final Pattern COMMAND_AND_ANSWER = Pattern
		.compile("```sh\\n(curl .*?)\\n```\\n\\n```(?:json|xml|text)\\n(.*?)\\n```", Pattern.DOTALL);

	@TempDir
	private static Path folder;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		properties.add("selftimed.data-dir", folder::toString);
	}

	@ParameterizedTest
	@CsvSource({ "docs/simulator.md,6", "README.md,1" })
	void everyCommandIsAnsweredAsShown(Path document, int count) throws Exception {
		assumeTrue(hasCurl(), "curl is not installed: the commands of " + document + " were not tried");
		List<MatchResult> commands = COMMAND_AND_ANSWER.matcher(Files.readString(document)).results().toList();
		assertThat(commands).hasSize(count);
		for (MatchResult command : commands) {
			assertThat(withoutClock(run(command.group(1)))).as(command.group(1))
				.isEqualTo(withoutClock(command.group(2)));
		}
	}

	@Test
	void everyFaultIsNamed() throws IOException {
		String document = Files.readString(DOCUMENT);
		assertThat(Arrays.stream(Fault.values())
			.filter((fault) -> !document.contains("`" + fault.key() + "`"))
			.collect(Collectors.toList())).isEmpty();
	}

	private String run(String command) throws IOException, InterruptedException {
		String here = command.replace("http://127.0.0.1:8080/", "http://127.0.0.1:" + this.port + "/");
		Process process = new ProcessBuilder("sh", "-c", here).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return answer.strip();
	}

	private static String withoutClock(String answer) {
		return answer.replaceAll("(results_received_ts\\W{1,2})\\d+", "$1now");
	}

	private static boolean hasCurl() throws InterruptedException {
		try {
			return new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
