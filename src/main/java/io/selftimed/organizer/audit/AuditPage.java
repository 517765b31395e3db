package io.selftimed.organizer.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit.
 *
 * @param path its address without what is looked for
 * @param form what is looked for
 * @param zone whose clock the moments are of
 * @param page the lines
 * @param words what was done, in words
 */
record AuditPage(String path, AuditForm form, ZoneId zone, KeysetPage<AuditRow> page, AuditWords words) {

	/** What was done, in words. */
	public String say(AuditRow row) {
		return this.words.say(row.what());
	}

	/** The address of the page after this one. */
	public String next() {
		return address(this.path, "before", String.valueOf(this.page.next()));
	}

	/** The address of only what was done as in a line. */
	public String onlyWhat(AuditRow row) {
		return address(this.path, "what", row.what());
	}

	/** Every word of what may be done, by its sentence. */
	public Map<String, String> choices() {
		return this.words.all();
	}

	/** The address of only what was done to the same. */
	public String onlyObject(AuditRow row) {
		return address(this.path, "object", row.object());
	}

	/** The address of only what somebody did. */
	public String onlyWho(AuditRow row) {
		return address(this.path, "who", AuditForm.text(row.email()));
	}

	/** The address of all that is looked for as a file. */
	public String file() {
		return address(this.path + ".csv", "before", "");
	}

	/** The address of the same file, marked for Excel. */
	public String excel() {
		return address(this.path + ".csv", "bom", "true");
	}

	private String address(String to, String name, String value) {
		Map<String, @Nullable String> fields = new LinkedHashMap<>();
		fields.put("what", this.form.what());
		fields.put("object", this.form.object());
		fields.put("who", this.form.who());
		fields.put("from", this.form.from());
		fields.put("to", this.form.to());
		fields.put(name, value);
		String query = fields.entrySet()
			.stream()
			.filter((field) -> !AuditForm.text(field.getValue()).isEmpty())
			.map((field) -> field.getKey() + "="
					+ URLEncoder.encode(AuditForm.text(field.getValue()), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return query.isEmpty() ? to : to + "?" + query;
	}

}
