package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * The built jar taken apart, beside a cache of the classes that it loads, as the image
 * has it: it starts several times faster than the jar itself. Made once by each run of
 * the tests, in the folder of the build.
 */
final class UnpackedJar {

	private static final Path JAR = made();

	private UnpackedJar() {
	}

	/**
	 * How it is started, without its arguments: to be there soon, or as an operator
	 * starts it where its speed is measured.
	 */
	static List<String> command() {
		if (!Boolean.parseBoolean(System.getProperty("selftimed.quick-start", "true"))) {
			return List.of(java(), "-jar", built().toString());
		}
		return List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:AOTCache=" + cache(JAR), "-jar",
				JAR.toString());
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** The jar as it was built. */
	static Path built() {
		String jar = System.getProperty("selftimed.jar");
		if (jar == null) {
			throw new IllegalStateException("selftimed.jar names the built jar: run this test with ./mvnw verify");
		}
		return Path.of(jar);
	}

	private static Path made() {
		Path folder = built().resolveSibling("unpacked");
		Path jar = folder.resolve(built().getFileName());
		try {
			FileSystemUtils.deleteRecursively(folder);
			run(List.of(java(), "-Djarmode=tools", "-jar", built().toString(), "extract", "--destination",
					folder.toString()));
			run(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:AOTCacheOutput=" + cache(jar),
					"-Dspring.context.exit=onRefresh", "-Dspring.profiles.active=sandbox",
					"-Dselftimed.data-dir=" + folder.resolve("training"), "-Dserver.port=0", "-jar", jar.toString()));
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path cache(Path jar) {
		return jar.resolveSibling("selftimed.aot");
	}

	private static void run(List<String> command) throws IOException {
		Path output = Files.createTempFile("selftimed", ".log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IOException(String.join(" ", command) + ":\n" + Files.readString(output));
			}
			Files.delete(output);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
