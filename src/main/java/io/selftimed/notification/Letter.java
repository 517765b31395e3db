package io.selftimed.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says. Its subject is one line, so that no name of a race becomes a header.
 *
 * @param subject 150 characters at most, of which none is a control character
 * @param text lines of plain text
 * @param html the same as HTML, null for none
 * @param stopUrl where its reader wants no more, null for letters that are part of a task
 */
record Letter(String subject, String text, @Nullable String html, @Nullable String stopUrl) {

	private static final int LONGEST_SUBJECT = 150;

	Letter {
		subject = line(subject, LONGEST_SUBJECT);
	}

	/** A letter of plain text. */
	Letter(String subject, String text) {
		this(subject, text, null, null);
	}

	/**
	 * Text of others as one line.
	 * @param text any text
	 * @param longest how many characters stay; what was cut shows as an ellipsis
	 */
	static String line(String text, int longest) {
		String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
		return (line.codePointCount(0, line.length()) <= longest) ? line
				: line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
	}

}
