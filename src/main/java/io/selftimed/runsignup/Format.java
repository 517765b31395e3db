package io.selftimed.runsignup;

import java.util.Arrays;
import java.util.Locale;

import io.selftimed.StartRefusal;

import org.springframework.http.MediaType;

/**
 * In what the documents of results are written. Everything else is JSON always: in XML it
 * is documented nowhere.
 */
enum Format {

	JSON(MediaType.APPLICATION_JSON), XML(MediaType.APPLICATION_XML);

	private final MediaType mediaType;

	Format(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	/** As RunSignup's parameters name it. */
	String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	MediaType mediaType() {
		return this.mediaType;
	}

	/**
	 * The format of a setting.
	 * @throws StartRefusal if there is no such format
	 */
	static Format of(RunSignupSettings settings) {
		return Arrays.stream(values())
			.filter((format) -> format.parameter().equals(settings.format().strip()))
			.findFirst()
			.orElseThrow(() -> new StartRefusal(
					"selftimed.runsignup.format is neither json nor xml: set it to one of them."));
	}

}
