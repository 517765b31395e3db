package io.selftimed.organizer.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Reads which settings there are, from what the compiler wrote down of the records that
 * read them, and what is in force. A value that could let somebody in never leaves here.
 */
@Component
class SettingsInForce {

	private static final Pattern OURS = Pattern.compile("selftimed\\..+");

	/** The last word of a name that lets somebody in. */
	private static final Pattern SECRET = Pattern.compile(".*[.-](key|keys|secret|token|password)");

	private static final Bindable<List<String>> TEXTS = Bindable.listOf(String.class);

	private final Binder binder;

	SettingsInForce(Environment environment) {
		this.binder = Binder.get(environment);
	}

	/** All settings of ours, by name. */
	List<ShownSetting> all() {
		return described().sorted(Comparator.comparing((setting) -> setting.path("name").asString()))
			.map(this::shown)
			.toList();
	}

	/** A setting of Spring's own. */
	ShownSetting of(String name) {
		return shown(name, "", "");
	}

	private ShownSetting shown(JsonNode setting) {
		JsonNode usual = setting.path("defaultValue");
		return shown(setting.path("name").asString(), usual.isValueNode() ? usual.asString() : "",
				setting.path("description").asString("").replaceAll("\\{@\\w+ ([^}]+)}", "$1").replaceAll("\\s+", " "));
	}

	private ShownSetting shown(String name, String usual, String meaning) {
		String value = String.join(", ", this.binder.bind(name, TEXTS).orElse(List.of()));
		if (value.isBlank()) {
			return new ShownSetting(name, usual.isEmpty() ? "unset" : "usual", usual, meaning);
		}
		boolean secret = SECRET.matcher(name).matches();
		return new ShownSetting(name, secret ? "secret" : "set", secret ? "" : value, meaning);
	}

	private static Stream<JsonNode> described() {
		try {
			return Collections
				.list(SettingsInForce.class.getClassLoader()
					.getResources("META-INF/spring-configuration-metadata.json"))
				.stream()
				.flatMap(SettingsInForce::properties)
				.filter((setting) -> OURS.matcher(setting.path("name").asString()).matches());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<JsonNode> properties(URL metadata) {
		try (InputStream content = metadata.openStream()) {
			return JsonMapper.shared().readTree(content).path("properties").valueStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
