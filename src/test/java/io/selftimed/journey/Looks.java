package io.selftimed.journey;

import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody looks at the pages.
 */
enum Looks {

	/** On the smallest phone, at night. */
	SMALL_PHONE(320, ColorScheme.DARK, true),

	/** On a phone, in the sun. */
	PHONE(390, ColorScheme.LIGHT, true),

	/** On a phone, at night, with scripts off. */
	PHONE_AT_NIGHT_WITHOUT_SCRIPT(390, ColorScheme.DARK, false),

	/** On a phone, at night. */
	PHONE_AT_NIGHT(390, ColorScheme.DARK, true),

	/** At a desk. */
	DESK(1280, ColorScheme.LIGHT, true),

	/** At a desk, at night. */
	DESK_AT_NIGHT(1280, ColorScheme.DARK, true);

	private final int width;

	private final ColorScheme colours;

	private final boolean script;

	Looks(int width, ColorScheme colours, boolean script) {
		this.width = width;
		this.colours = colours;
		this.script = script;
	}

	int width() {
		return this.width;
	}

	ColorScheme colours() {
		return this.colours;
	}

	boolean script() {
		return this.script;
	}

}
