package io.selftimed.journey;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks tests that mount a disk of their own, which on most machines only root may. Where
 * none can be mounted they are left out with a line that says so; with
 * {@code SELFTIMED_DISK=required} in the environment that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsSmallDisk.Mountable.class)
@interface NeedsSmallDisk {

	/** Tries it. */
	class Mountable implements ExecutionCondition {

		private static final boolean WORKS = works();

		private static boolean works() {
			try {
				Path folder = Files.createTempDirectory("selftimed-disk");
				try (SmallDisk disk = SmallDisk.mountedAt(folder, 1)) {
					return disk.free() > 0;
				}
				finally {
					Files.delete(folder);
				}
			}
			catch (IOException ex) {
				return false;
			}
		}

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (WORKS) {
				return ConditionEvaluationResult.enabled("a disk can be mounted");
			}
			if ("required".equals(System.getenv("SELFTIMED_DISK"))) {
				throw new IllegalStateException("SELFTIMED_DISK=required, but no disk can be mounted");
			}
			String reason = "No disk can be mounted: " + context.getDisplayName()
					+ " is left out. To run it, run the tests on Linux as root.";
			System.out.println(reason);
			return ConditionEvaluationResult.disabled(reason);
		}

	}

}
