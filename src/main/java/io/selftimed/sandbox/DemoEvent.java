package io.selftimed.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * An event of the demo.
 */
enum DemoEvent {

	HARBOR_5K(41001, "harbor-5k", "Harbor 5K", 5_000_000L, "optional", null, null, true),
	HARBOR_HALF(41002, "harbor-half", "Harbor Half", 21_097_500L, "off", null, 51003L, true),
	HARBOR_MILES(41003, "harbor-miles", "Harbor Miles", null, "required", "miles", null, true),
	HARBOR_MILE(41004, "harbor-mile", "Harbor Mile", 1_609_344L, "off", null, null, false);

	private final long eventId;

	private final String slug;

	private final String title;

	private final @Nullable Long distance;

	private final String elevation;

	private final @Nullable String tallyLabel;

	private final @Nullable Long resultSet;

	private final boolean open;

	DemoEvent(long eventId, String slug, String title, @Nullable Long distance, String elevation,
			@Nullable String tallyLabel, @Nullable Long resultSet, boolean open) {
		this.eventId = eventId;
		this.slug = slug;
		this.title = title;
		this.distance = distance;
		this.elevation = elevation;
		this.tallyLabel = tallyLabel;
		this.resultSet = resultSet;
		this.open = open;
	}

	long eventId() {
		return this.eventId;
	}

	String slug() {
		return this.slug;
	}

	/** Its name for people. */
	String title() {
		return this.title;
	}

	/** In millimetres, null if each runner goes their own. */
	@Nullable Long distance() {
		return this.distance;
	}

	String elevation() {
		return this.elevation;
	}

	@Nullable String tallyLabel() {
		return this.tallyLabel;
	}

	/** The result set that is named in calls, null if none is. */
	@Nullable Long resultSet() {
		return this.resultSet;
	}

	/** Whether it takes results; the other closed a week before the first start. */
	boolean open() {
		return this.open;
	}

}
