package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * The containers of {@code docker-compose.yml}, under a name and on ports of their own.
 */
final class Compose implements AutoCloseable {

	private final String project;

	private final int port = freePort();

	private final int simulatorPort = freePort();

	private final Path output;

	private final List<Path> files;

	private final Map<String, String> environment = new HashMap<>();

	/**
	 * The containers as they stand in the file.
	 * @param folder for what the engine says
	 * @param overrides files that are laid over it
	 */
	Compose(Path folder, Path... overrides) {
		this.project = "selftimed-it-" + ProcessHandle.current().pid();
		this.output = folder.resolve("compose.log");
		this.files = Stream.concat(Stream.of(Path.of("docker-compose.yml")), Stream.of(overrides)).toList();
	}

	/** Sets what the files read from the environment. */
	Compose with(String variable, String value) {
		this.environment.put(variable, value);
		return this;
	}

	/** Builds the image, and waits until the proxy and what it needs are up. */
	void up() {
		run("up", "--build", "--detach");
	}

	/** Starts one service and what it needs. */
	void up(String service) {
		run("up", "--detach", service);
	}

	/**
	 * Puts a service in anew, in a container that has never run, and nothing beside it.
	 */
	void renew(String service) {
		run("up", "--detach", "--no-deps", "--force-recreate", service);
	}

	/** Takes all of it away, with what it holds. */
	void down() {
		run("down", "--volumes", "--remove-orphans");
	}

	/** The services that have a container, running or not. */
	List<String> services() {
		return Engine
			.run("docker", "ps", "--all", "--filter", "label=com.docker.compose.project=" + this.project, "--format",
					"{{.Label \"com.docker.compose.service\"}}")
			.lines()
			.toList();
	}

	/** Builds the image, and starts nothing. */
	void build() {
		run("build", "selftimed-1");
	}

	/** Starts a container of its own, and waits until it has ended well. */
	String runOnce(String... arguments) {
		return run(List.of("run", "--rm"), arguments);
	}

	/** The same with a file to read. */
	String runOnceReading(Path input, String... arguments) {
		return finish(command(List.of("run", "--rm"), arguments).redirectInput(input.toFile()));
	}

	/** The same, keeping what it writes. */
	void runOnceInto(Path file, String... arguments) {
		finish(command(List.of("run", "--rm"), arguments), file);
	}

	/** Where the simulator's console is. */
	URI simulator() {
		return URI.create("http://127.0.0.1:" + this.simulatorPort);
	}

	int port() {
		return this.port;
	}

	/** What a service has printed. */
	String log(String service) {
		return run("logs", "--no-color", service);
	}

	/** Kills a service as a power cut would. */
	void kill(String service) {
		run("kill", "--signal", "SIGKILL", service);
	}

	/** Stops a service as an operator would. */
	void stop(String service) {
		run("stop", service);
	}

	/** Runs a command in a service's container. */
	String exec(String service, String... command) {
		List<String> all = new ArrayList<>(List.of("exec", "-T", service));
		all.addAll(List.of(command));
		return run(all.toArray(String[]::new));
	}

	/** Keeps what a command in a service's container writes. */
	void execInto(Path file, String service, String... command) {
		finish(command(List.of("exec", "-T", service), command), file);
	}

	/** Lets a command in a service's container read a file. */
	String execReading(Path file, String service, String... command) {
		return finish(command(List.of("exec", "-T", service), command).redirectInput(file.toFile()));
	}

	/** Waits until a service says that it is well. */
	void awaitWell(String service) {
		await().atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> inspect(service, "{{.State.Health.Status}}").equals("healthy"));
	}

	void start(String service) {
		run("start", service);
	}

	/** What the engine knows of a service's container, by a template of the engine's. */
	String inspect(String service, String template) {
		return Engine.run("docker", "inspect", "--format", template, id(service)).strip();
	}

	/** Lets a service have so many cores, such as 0.5, from now on. */
	void cores(String service, double cores) {
		Engine.run("docker", "update", "--cpus", String.valueOf(cores), id(service));
	}

	/** The processor time that a service has taken since it was started. */
	Duration processorTime(String service) {
		return Duration.ofNanos(Long.parseLong(exec(service, "sh", "-c", """
				if [ -f /sys/fs/cgroup/cpu.stat ]; then
					echo $(( $(sed -n 's/^usage_usec //p' /sys/fs/cgroup/cpu.stat) * 1000 ))
				else
					cat /sys/fs/cgroup/cpuacct/cpuacct.usage
				fi""").strip()));
	}

	private String id(String service) {
		return run("ps", "--quiet", service).strip();
	}

	private String run(String... arguments) {
		return run(List.of(), arguments);
	}

	private String run(List<String> first, String... arguments) {
		return finish(command(first, arguments));
	}

	private ProcessBuilder command(List<String> first, String... arguments) {
		List<String> command = new ArrayList<>(NeedsEngine.Found.compose());
		command.addAll(List.of("--project-name", this.project));
		this.files.forEach((file) -> command.addAll(List.of("--file", file.toString())));
		command.addAll(first);
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command);
	}

	private String finish(ProcessBuilder builder) {
		builder.redirectErrorStream(true);
		finish(builder, this.output);
		return read(this.output);
	}

	private void finish(ProcessBuilder builder, Path into) {
		builder.environment().putAll(this.environment);
		builder.environment().put("SELFTIMED_PORT", String.valueOf(this.port));
		builder.environment().put("SIMULATOR_PORT", String.valueOf(this.simulatorPort));
		// The engines of some distributions lack the newer builder.
		builder.environment().put("DOCKER_BUILDKIT", "0");
		try {
			if (!builder.redirectErrorStream()) {
				builder.redirectError(this.output.toFile());
			}
			Process process = builder.redirectOutput(into.toFile()).start();
			boolean ended = process.waitFor(4, TimeUnit.MINUTES);
			if (!ended || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new AssertionError(String.join(" ", builder.command()) + " failed:\n" + read(this.output));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		down();
	}

}
