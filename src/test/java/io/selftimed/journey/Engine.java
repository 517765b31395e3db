package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * The container engine, asked directly.
 */
final class Engine {

	private Engine() {
	}

	/**
	 * Runs a command, and waits until it has ended well.
	 * @return what it said
	 */
	static String run(String... command) {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		// The engines of some distributions lack the newer builder.
		builder.environment().put("DOCKER_BUILDKIT", "0");
		try {
			Process process = builder.start();
			String said = new String(process.getInputStream().readAllBytes());
			if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new AssertionError(String.join(" ", command) + " failed:\n" + said);
			}
			return said;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
