package io.selftimed.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The built jar as a process of its own, as an operator starts it.
 */
public final class RunningJar implements AutoCloseable {

	private static final String READY = "Started SelftimedApplication in";

	private static final long LONGEST_START_SECONDS = 90;

	private final Process process;

	private final int port;

	private final Path dataDir;

	private final StringBuffer log = new StringBuffer();

	private final CountDownLatch readyOrGone = new CountDownLatch(1);

	private final Thread reader;

	private RunningJar(List<String> command, List<String> arguments, int port, Path dataDir,
			Map<String, String> environment) {
		this.port = port;
		this.dataDir = dataDir;
		List<String> whole = new ArrayList<>(command);
		whole.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("SELFTIMED_") || name.startsWith("SPRING_"));
		builder.environment().putAll(environment);
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.reader = Thread.ofVirtual().start(this::readLog);
	}

	/**
	 * Starts the sandbox and waits until it serves.
	 * @param dataDir where it keeps its files
	 * @param moreArguments such as {@code --selftimed.delivery.retry-first=100ms}
	 * @return the running jar
	 */
	public static RunningJar sandbox(Path dataDir, String... moreArguments) {
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=sandbox"));
		arguments.addAll(List.of(moreArguments));
		RunningJar jar = on(freePort(), dataDir, arguments);
		jar.awaitReady();
		return jar;
	}

	/**
	 * Starts the simulator by itself.
	 * @param dataDir where it keeps its files
	 */
	static RunningJar simulator(Path dataDir) {
		RunningJar jar = on(freePort(), dataDir,
				List.of("--spring.profiles.active=simulator", "--server.address=127.0.0.1"));
		jar.awaitReady();
		return jar;
	}

	/**
	 * Starts an installation in which nobody has an account yet, with the simulator
	 * beside it.
	 * @param dataDir where it keeps its files
	 * @param moreArguments as of {@link #sandbox}
	 */
	static RunningJar empty(Path dataDir, String... moreArguments) {
		int port = freePort();
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=production,simulator",
				"--server.address=127.0.0.1", "--selftimed.public-url=http://127.0.0.1:" + port,
				"--selftimed.delivery.settle-delay=0s", "--selftimed.runsignup.oauth.client-id=sandbox",
				"--selftimed.runsignup.oauth.client-secret=sandbox", "--selftimed.secret-key=" + "A".repeat(43) + "="));
		arguments.addAll(List.of(moreArguments));
		RunningJar jar = on(port, dataDir, arguments);
		jar.awaitReady();
		return jar;
	}

	/**
	 * Starts one of several replicas with the demo's races.
	 * @param port where it serves
	 * @param dataDir where it keeps its files
	 * @param arguments the rest of what it needs
	 */
	static RunningJar replica(int port, Path dataDir, List<String> arguments) {
		List<String> all = new ArrayList<>(List.of("--spring.profiles.active=production,demo",
				"--server.address=127.0.0.1", "--selftimed.public-url=http://127.0.0.1:" + port));
		all.addAll(arguments);
		RunningJar jar = on(port, dataDir, all);
		jar.awaitReady();
		return jar;
	}

	/**
	 * Starts the jar with arguments that make it stop, and waits for its end.
	 * @param dataDir where it keeps its files
	 * @param environment what to add to its environment
	 * @param arguments its arguments
	 * @return the jar, ended
	 */
	static RunningJar thatStops(Path dataDir, Map<String, String> environment, String... arguments) {
		return thatStops(UnpackedJar.command(), dataDir, environment, arguments);
	}

	/** The same with the jar as it was built, not taken apart. */
	static RunningJar builtThatStops(Path dataDir, Map<String, String> environment, String... arguments) {
		return thatStops(List.of(UnpackedJar.java(), "-jar", UnpackedJar.built().toString()), dataDir, environment,
				arguments);
	}

	private static RunningJar thatStops(List<String> command, Path dataDir, Map<String, String> environment,
			String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--selftimed.data-dir=" + dataDir);
		RunningJar jar = new RunningJar(command, all, 0, dataDir, environment);
		jar.awaitEnd();
		return jar;
	}

	private static RunningJar on(int port, Path dataDir, List<String> arguments) {
		List<String> all = new ArrayList<>(List.of("--server.port=" + port, "--selftimed.data-dir=" + dataDir));
		all.addAll(arguments);
		return new RunningJar(UnpackedJar.command(), all, port, dataDir, Map.of());
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void readLog() {
		try (BufferedReader lines = this.process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				this.log.append(line).append('\n');
				if (line.contains(READY)) {
					this.readyOrGone.countDown();
				}
			}
		}
		catch (IOException ex) {
			this.log.append("the log ended: ").append(ex).append('\n');
		}
		this.readyOrGone.countDown();
	}

	private void awaitReady() {
		try {
			if (!this.readyOrGone.await(LONGEST_START_SECONDS, TimeUnit.SECONDS) || !log().contains(READY)) {
				kill();
				throw new AssertionError("Selftimed did not start:\n" + log());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
				kill();
				throw new AssertionError("Selftimed did not stop:\n" + log());
			}
			this.reader.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** Where it serves. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	public int port() {
		return this.port;
	}

	/** All that it printed. */
	public String log() {
		return this.log.toString();
	}

	/** The exit code of a jar that ended. */
	int exitCode() {
		return this.process.exitValue();
	}

	/** The demo organizer's password, from the file that only its owner may read. */
	public String organizerPassword() {
		try {
			return Files.readString(this.dataDir.resolve("sandbox-organizer-password")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** {@code kill -9}: nothing is flushed, nothing is closed. */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** Stops it as an operator would. */
	@Override
	public void close() {
		this.process.destroy();
		awaitEnd();
	}

}
