package io.selftimed;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Turns a failed start into one sentence that names what is wrong and the cure, without a
 * stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		String sentence = sentence(failure);
		return (sentence != null) ? new FailureAnalysis(sentence, null, failure) : null;
	}

	private static @Nullable String sentence(Throwable failure) {
		StartRefusal refusal = cause(failure, StartRefusal.class);
		if (refusal != null) {
			return refusal.getMessage();
		}
		PortInUseException port = cause(failure, PortInUseException.class);
		if (port != null) {
			return "Port " + port.getPort() + " is taken: stop the program that uses it, or choose another port with "
					+ "server.port, such as --server.port=" + (port.getPort() + 1) + ".";
		}
		ConfigurationPropertiesBindException binding = cause(failure, ConfigurationPropertiesBindException.class);
		return (binding != null) ? binding(binding) : database(failure);
	}

	private static @Nullable String binding(ConfigurationPropertiesBindException failure) {
		BindValidationException invalid = cause(failure, BindValidationException.class);
		if (invalid != null) {
			String prefix = invalid.getValidationErrors().getName().toString();
			return invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map((error) -> broken(prefix, error))
				.collect(Collectors.joining(" "));
		}
		BindException unreadable = cause(failure, BindException.class);
		return (unreadable != null) ? unreadable(unreadable) : null;
	}

	private static String broken(String prefix, ObjectError error) {
		String field = (error instanceof FieldError named) ? "." + dashed(named.getField()) : "";
		return prefix + field + " " + error.getDefaultMessage() + ": correct it or leave it out.";
	}

	/** The name in files: {@code batchSize} is written {@code batch-size}. */
	private static String dashed(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
	}

	/** The value itself is not repeated: it could be a secret. */
	private static String unreadable(BindException failure) {
		ConfigurationProperty property = failure.getProperty();
		String name = (property != null) ? property.getName().toString() : failure.getName().toString();
		return name + " cannot be read as " + kind(failure.getTarget().getType().resolve(Object.class))
				+ ": correct it or leave it out.";
	}

	private static String kind(Class<?> type) {
		if (type == java.time.Duration.class) {
			return "a duration such as 30s or 5m";
		}
		if (type.isEnum()) {
			return "one of its words";
		}
		return (type == int.class || type == Integer.class || type == long.class) ? "a whole number"
				: "what it must be";
	}

	private static @Nullable String database(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = String.valueOf(cause.getMessage());
			if (message.contains("[90020")) {
				return "The database in selftimed.data-dir is in use by another Selftimed: stop that one, or choose "
						+ "another selftimed.data-dir.";
			}
			if (cause instanceof java.sql.SQLException sql && String.valueOf(sql.getSQLState()).startsWith("08")) {
				return "The database at spring.datasource.url cannot be reached: start it, or correct "
						+ "spring.datasource.url.";
			}
		}
		return null;
	}

	private static <E extends Throwable> @Nullable E cause(Throwable failure, Class<E> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	/**
	 * Says the sentence to the person at the console.
	 */
	static class Reporter implements FailureAnalysisReporter {

		@Override
		public void report(FailureAnalysis analysis) {
			String action = analysis.getAction();
			System.err.println(
					"Selftimed did not start. " + analysis.getDescription() + ((action != null) ? " " + action : ""));
		}

	}

}
