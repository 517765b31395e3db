package io.selftimed.notification;

/**
 * What a mail says. Its subject is one line, so that no name of a race becomes a header.
 *
 * @param subject 150 characters at most, of which none is a control character
 * @param text lines of plain text
 */
record Letter(String subject, String text) {

	private static final int LONGEST_SUBJECT = 150;

	Letter {
		subject = line(subject, LONGEST_SUBJECT);
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
