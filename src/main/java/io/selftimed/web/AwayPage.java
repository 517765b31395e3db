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
 * with the token and the key that it came with: what was taken after all is not taken
 * twice.
 *
 * @param runner whether a runner sees it, else an organizer
 * @param sent whether something was sent, else looked at
 * @param kept whether what was typed is on the page
 * @param action where to try again: the path, and for what is looked at its query
 * @param fields what was sent
 */
record AwayPage(boolean runner, boolean sent, boolean kept, String action, List<Field> fields) {

	/** Pages whose forms hold no password and no other secret. */
	private static final Pattern KEEPS = Pattern.compile("/(?:events|receipts|mails|organizer/events)/.*");

	/** Fields that runners typed, which are shown. */
	private static final Set<String> SHOWN = Set.of("bib", "lastName", "birthDate", "hours", "minutes", "seconds",
			"elevationGain", "email", "note");

	static AwayPage of(HttpServletRequest request) {
		boolean runner = Languages.isForRunners(request);
		String path = request.getRequestURI().replaceFirst("^/+", "/");
		if (!HttpMethod.POST.matches(request.getMethod())) {
			String query = request.getQueryString();
			return new AwayPage(runner, false, false, (query != null) ? path + "?" + query : path, List.of());
		}
		boolean kept = KEEPS.matcher(path.substring(request.getContextPath().length())).matches()
				&& !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
		return new AwayPage(runner, true, kept, path, kept ? fields(request.getParameterMap()) : List.of());
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
