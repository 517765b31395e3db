package io.selftimed.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks tests that open pages in Chromium. Where there is none they are left out with a
 * line that says so; with {@code SELFTIMED_BROWSER=required} in the environment that is a
 * failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Found.class)
@ResourceLock(value = NeedsChromium.NETWORK, mode = ResourceAccessMode.READ)
@interface NeedsChromium {

	/**
	 * The machine's interfaces: a browser gives up what it loads when one comes or goes,
	 * as they do with each container.
	 */
	String NETWORK = "network";

	/** Looks for Chromium. */
	class Found implements ExecutionCondition {

		private static final Optional<Path> CHROMIUM = Stream
			.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
					"/Applications/Chromium.app/Contents/MacOS/Chromium",
					"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();

		static Path chromium() {
			return CHROMIUM.orElseThrow();
		}

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (CHROMIUM.isPresent()) {
				return ConditionEvaluationResult.enabled("Chromium is " + CHROMIUM.get());
			}
			if ("required".equals(System.getenv("SELFTIMED_BROWSER"))) {
				throw new IllegalStateException("SELFTIMED_BROWSER=required, but no Chromium is installed");
			}
			String reason = "No Chromium found: " + context.getDisplayName()
					+ " is left out. To run it, install Chromium (on Debian: apt-get install chromium).";
			System.out.println(reason);
			return ConditionEvaluationResult.disabled(reason);
		}

	}

}
