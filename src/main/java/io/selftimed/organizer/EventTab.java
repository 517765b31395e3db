package io.selftimed.organizer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.selftimed.security.Role;

/**
 * The pages of an event, side by side at the top of each, in the order in which an
 * organizer needs them.
 */
public enum EventTab {

	/** How the event stands. */
	OVERVIEW("", Role.VIEWER),
	/** Everything that runners sent. */
	SUBMISSIONS("/submissions", Role.VIEWER),
	/** What waits for a person. */
	REVIEW("/review", Role.REVIEWER),
	/** What goes to RunSignup, and what does not. */
	DELIVERIES("/deliveries", Role.VIEWER),
	/** Who is registered. */
	ROSTER("/roster", Role.VIEWER),
	/** How runners hear of the form. */
	SHARE("/share", Role.VIEWER),
	/** What runners meet, and what becomes of what they send. */
	RULES("/rules", Role.VIEWER);

	private final String path;

	private final Role role;

	EventTab(String path, Role role) {
		this.path = path;
		this.role = role;
	}

	/** Its word in message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Where it is, below the event's own address. */
	public String path() {
		return this.path;
	}

	/** The tabs that somebody with a role may open. */
	static List<EventTab> of(Role role) {
		return Arrays.stream(values()).filter((tab) -> role.includes(tab.role)).toList();
	}

}
