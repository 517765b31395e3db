package io.selftimed.sandbox.api;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds what a call wants.
 */
final class Operations {

	private final List<Route> routes;

	Operations(List<Operation> operations) {
		this.routes = operations.stream()
			.map((operation) -> new Route(operation, PathPatternParser.defaultInstance.parse(operation.path())))
			.toList();
	}

	/** The names of all, for choosing one. */
	List<String> names() {
		return this.routes.stream().map((route) -> route.operation.name()).toList();
	}

	/** What a call wants; also if there is no such thing. */
	Found find(ApiCall call) {
		PathContainer path = container(call.path()).orElse(null);
		for (Route route : this.routes) {
			PathPattern.PathMatchInfo match = (path != null) ? match(route.pattern, path) : null;
			if (match != null) {
				Operation operation = route.operation;
				boolean fits = operation.method().equals(call.method());
				return new Found(fits ? operation : new NoOperation(operation.name(), CallError.wrongMethod()),
						call.at(match.getUriVariables()));
			}
		}
		return new Found(new NoOperation("unknown", CallError.unknownMethod()), call);
	}

	private static PathPattern.@Nullable PathMatchInfo match(PathPattern pattern, PathContainer path) {
		return pattern.matchAndExtract(path);
	}

	private static Optional<PathContainer> container(String path) {
		try {
			return Optional.of(PathContainer.parsePath(path));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * What was found.
	 *
	 * @param operation what answers
	 * @param call the call, its path understood
	 */
	record Found(Operation operation, ApiCall call) {
	}

	private record Route(Operation operation, PathPattern pattern) {
	}

}
