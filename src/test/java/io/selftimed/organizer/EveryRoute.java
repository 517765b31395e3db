package io.selftimed.organizer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * A route of the organizers, found in the running application.
 *
 * @param method its method
 * @param pattern its path
 * @param open whom it is open to, null if nobody said
 */
record EveryRoute(HttpMethod method, String pattern, @Nullable OpenTo open) {

	/** All routes below {@code /organizer}, in the order of their paths. */
	static List<EveryRoute> in(Map<RequestMappingInfo, HandlerMethod> handlers) {
		return handlers.entrySet()
			.stream()
			.flatMap((entry) -> of(entry.getKey(), entry.getValue()))
			.filter((route) -> route.pattern.equals("/organizer") || route.pattern.startsWith("/organizer/"))
			.sorted(Comparator.comparing(EveryRoute::pattern).thenComparing((route) -> route.method.name()))
			.toList();
	}

	private static Stream<EveryRoute> of(RequestMappingInfo info, HandlerMethod handler) {
		List<HttpMethod> methods = info.getMethodsCondition().getMethods().isEmpty()
				? List.of(HttpMethod.GET, HttpMethod.POST)
				: info.getMethodsCondition().getMethods().stream().map(RequestMethod::asHttpMethod).toList();
		return info.getPatternValues()
			.stream()
			.flatMap((pattern) -> methods.stream()
				.map((method) -> new EveryRoute(method, pattern, handler.getMethodAnnotation(OpenTo.class))));
	}

	Access access() {
		if (this.open == null) {
			throw new AssertionError("nobody said whom " + this + " is open to");
		}
		return this.open.value();
	}

	boolean isOfRace() {
		return this.pattern.contains("{slug}") || this.pattern.contains("{raceId}");
	}

	/** Whether its path names something else than the race and the event. */
	boolean namesMore() {
		return path("", "", "?").contains("?");
	}

	boolean isLooking() {
		return this.method == HttpMethod.GET;
	}

	String path(String slug, String raceId, String other) {
		return this.pattern.replace("{slug}", slug).replace("{raceId}", raceId).replaceAll("\\{[^}]+}", other);
	}

	/** Whether a role in the race, or none, is enough. */
	boolean isOpenTo(Visitor visitor) {
		return switch (access()) {
			case SIGNED_IN -> true;
			case ADMINISTRATOR -> visitor == Visitor.ADMINISTRATOR;
			case VIEWER -> visitor.ordinal() >= Visitor.VIEWER.ordinal() && visitor != Visitor.ADMINISTRATOR;
			case REVIEWER -> visitor.ordinal() >= Visitor.REVIEWER.ordinal() && visitor != Visitor.ADMINISTRATOR;
			case OWNER -> visitor == Visitor.OWNER;
		};
	}

	/** A row of docs/roles.md. */
	private String row() {
		String cells = Stream.of(Visitor.values())
			.map((visitor) -> isOpenTo(visitor) ? "yes" : "–")
			.collect(Collectors.joining(" | "));
		boolean fresh = this.open != null && this.open.freshly();
		return "| %s | `%s` | %s | %s |".formatted(this.method, this.pattern, cells, fresh ? "yes" : "–");
	}

	/** The whole of docs/roles.md. */
	static String document(List<EveryRoute> routes) {
		return """
				# Who may open what

				Printed from the code by `RolesDocumentTests`, which fails when it is not what the code says. A role is one in the race that the address names; an administrator looks after the installation and has a role in a race only if somebody gave one. Whoever has no role in a race finds none of its pages (404); whoever has a smaller one than needed is told so (403). *Fresh* means that the password must have been entered within the last 15 minutes.

				| method | path | signed in, no role | viewer | reviewer | owner | administrator | fresh |
				|---|---|---|---|---|---|---|---|
				"""
				+ routes.stream().map(EveryRoute::row).collect(Collectors.joining("\n")) + "\n";
	}

	@Override
	public String toString() {
		return this.method + " " + this.pattern;
	}

	/** Who comes, in the order of what they may. */
	enum Visitor {

		/** Signed in, without a role in the race. */
		NOBODY(70),
		/** Looks. */
		VIEWER(71),
		/** Decides. */
		REVIEWER(72),
		/** Sets up. */
		OWNER(73),
		/** Looks after the installation, and has no role in the race. */
		ADMINISTRATOR(74);

		private final long id;

		Visitor(long id) {
			this.id = id;
		}

		long id() {
			return this.id;
		}

	}

}
