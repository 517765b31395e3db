package io.selftimed.organizer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import io.selftimed.security.Access;
import io.selftimed.security.FreshSignIn;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import io.selftimed.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets organizers through to what {@link OpenTo} says, before any handler runs. The race
 * is the one that {@code {slug}} or {@code {raceId}} in the path leads to: one without a
 * role for the visitor is not found, one with too small a role is forbidden. What asks
 * for a fresh sign-in and finds an old one asks for the password again.
 */
@Component
class DoorKeeper implements HandlerInterceptor {

	/** Tells the error page that it is a matter of role and not of an old page. */
	private static final String ROLE_TOO_SMALL = "roleTooSmall";

	private final Visits visits;

	DoorKeeper(Visits visits) {
		this.visits = visits;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (handler instanceof HandlerMethod method) {
			OpenTo open = method.getMethodAnnotation(OpenTo.class);
			if (open == null) {
				throw new IllegalStateException("nobody said whom this is open to: " + method.getShortLogMessage());
			}
			admit(request, account(request), open.value());
			if (open.freshly() && !FreshSignIn.isFresh(request)) {
				response.sendRedirect(WayOn.throughThePassword(request));
				return false;
			}
		}
		return true;
	}

	private void admit(HttpServletRequest request, OrganizerAccount account, Access access) {
		boolean admitted = switch (access) {
			case SIGNED_IN -> true;
			case ADMINISTRATOR -> this.visits.isAdministrator(account.id());
			case VIEWER -> roleAt(request, account).includes(Role.VIEWER);
			case REVIEWER -> roleAt(request, account).includes(Role.REVIEWER);
			case OWNER -> roleAt(request, account).includes(Role.OWNER);
		};
		if (!admitted) {
			request.setAttribute(ROLE_TOO_SMALL, true);
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
	}

	private Role roleAt(HttpServletRequest request, OrganizerAccount account) {
		String slug = variable(request, "slug");
		Optional<EventVisit> event = (slug != null) ? this.visits.toEvent(account.id(), slug) : Optional.empty();
		event.ifPresent((visit) -> request.setAttribute("eventVisit", visit));
		RaceVisit race = event.map(EventVisit::race)
			.or(() -> (slug == null) ? toRace(request, account) : Optional.empty())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		request.setAttribute("raceVisit", race);
		return race.role();
	}

	private Optional<RaceVisit> toRace(HttpServletRequest request, OrganizerAccount account) {
		String raceId = variable(request, "raceId");
		return (raceId != null && raceId.matches("[0-9]{1,18}"))
				? this.visits.toRace(account.id(), Long.parseLong(raceId)) : Optional.empty();
	}

	@SuppressWarnings("unchecked")
	private static @Nullable String variable(HttpServletRequest request, String name) {
		Map<String, String> variables = (Map<String, String>) request
			.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return (variables != null) ? variables.get(name) : null;
	}

	private static OrganizerAccount account(HttpServletRequest request) {
		if (request.getUserPrincipal() instanceof Authentication signedIn
				&& signedIn.getPrincipal() instanceof OrganizerAccount account) {
			return account;
		}
		throw new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
