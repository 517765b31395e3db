package io.selftimed.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;

/**
 * What somebody sees while the database is away: the way to try again, with all that was
 * typed. Nothing of it can be looked up, so it goes back to the same address as it came,
 * with the token and the key that it came with. Nobody knows whether it was taken after
 * all: the connection may have broken after the commit. What has a key is not taken
 * twice; of all else the page says so and leaves it to whoever sent it.
 *
 * @param runner whether a runner sees it, else an organizer
 * @param sent whether something was sent, else looked at
 * @param kept whether what was typed is on the page
 * @param once whether it counts once however often it is sent
 * @param action where to try again: the path, and for what is looked at its query
 * @param fields what was sent
 */
record AwayPage(boolean runner, boolean sent, boolean kept, boolean once, String action, List<Field> fields) {

	/** Pages whose forms hold no password and no other secret. */
	private static final Pattern KEEPS = Pattern.compile("/(?:events|receipts|mails|organizer/events)/.*");

	/** Writes nothing down. */
	private static final Pattern CHECKS = Pattern.compile("/events/[^/]+/check");

	/** By it a submission is known again. */
	private static final String KEY = "submissionKey";

	/** Fields that runners typed, which are shown. */
	private static final Set<String> SHOWN = Set.of("bib", "lastName", "birthDate", "hours", "minutes", "seconds",
			"elevationGain", "email", "note");

	static AwayPage of(HttpServletRequest request) {
		boolean runner = Languages.isForRunners(request);
		String path = request.getRequestURI().replaceFirst("^/+", "/");
		if (!HttpMethod.POST.matches(request.getMethod())) {
			String query = request.getQueryString();
			return new AwayPage(runner, false, false, false, (query != null) ? path + "?" + query : path, List.of());
		}
		String place = path.substring(request.getContextPath().length());
		boolean kept = KEEPS.matcher(place).matches()
				&& !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
		boolean once = CHECKS.matcher(place).matches() || StringUtils.hasText(request.getParameter(KEY));
		return new AwayPage(runner, true, kept, kept && once, path,
				kept ? fields(request.getParameterMap()) : List.of());
	}

	private static List<Field> fields(Map<String, String[]> sent) {
		return sent.entrySet()
			.stream()
			.flatMap((field) -> Arrays.stream(field.getValue()).map((value) -> new Field(field.getKey(), value)))
			.toList();
	}

	/** What was typed and can be named, in the order in which it was. */
	public List<Field> named() {
		return this.fields.stream()
			.filter((field) -> SHOWN.contains(field.name()) && !field.value().isBlank())
			.toList();
	}

	/**
	 * A field as it was sent.
	 *
	 * @param name its name
	 * @param value its value
	 */
	record Field(String name, String value) {
	}

}
