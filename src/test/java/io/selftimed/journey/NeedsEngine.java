package io.selftimed.journey;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks tests that run containers. Where no engine answers they are left out with a line
 * that says so; with {@code SELFTIMED_ENGINE=required} in the environment that is a
 * failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEngine.Found.class)
@interface NeedsEngine {

	/** Looks for an engine, and for either way to bring up several containers. */
	class Found implements ExecutionCondition {

		private static final Optional<List<String>> COMPOSE = works(List.of("docker", "info"))
				? Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
					.filter((command) -> works(Stream.concat(command.stream(), Stream.of("version")).toList()))
					.findFirst()
				: Optional.empty();

		static List<String> compose() {
			return COMPOSE.orElseThrow();
		}

		private static boolean works(List<String> command) {
			try {
				Process process = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start();
				return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
			}
			catch (IOException ex) {
				return false;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (COMPOSE.isPresent()) {
				return ConditionEvaluationResult.enabled("containers by " + COMPOSE.get());
			}
			if ("required".equals(System.getenv("SELFTIMED_ENGINE"))) {
				throw new IllegalStateException("SELFTIMED_ENGINE=required, but no container engine answers");
			}
			String reason = "No container engine answers: " + context.getDisplayName()
					+ " is left out. To run it, start Docker with docker compose.";
			System.out.println(reason);
			return ConditionEvaluationResult.disabled(reason);
		}

	}

}
