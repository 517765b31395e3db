package io.selftimed.organizer.submissions;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a view of the list, and of those beside it.
 *
 * @param slug the event's name in addresses
 * @param values what stands in the address but for the page
 */
record ListAddress(String slug, Map<String, String> values) {

	/** The first page of this view. */
	public String first() {
		return address(this.values, null);
	}

	/** The page after a key. */
	public String after(String key) {
		return address(this.values, key);
	}

	/** The view with all but one of its filters. */
	public String without(String name) {
		Map<String, String> others = new LinkedHashMap<>(this.values);
		others.remove(name);
		return address(others, null);
	}

	/** The list with nothing left out. */
	public String whole() {
		return address(Map.of(), null);
	}

	private String address(Map<String, String> values, @Nullable String after) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/organizer/events/{slug}/submissions");
		Map<String, Object> variables = new LinkedHashMap<>(Map.of("slug", this.slug));
		values.forEach((name, value) -> {
			address.queryParam(name, "{" + name + "}");
			variables.put(name, value);
		});
		if (after != null) {
			address.queryParam("after", "{after}");
			variables.put("after", after);
		}
		return address.encode().buildAndExpand(variables).toUriString();
	}

}
