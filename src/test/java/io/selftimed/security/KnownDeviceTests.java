package io.selftimed.security;

import java.nio.file.Path;
import java.util.List;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownDevice}.
 */
class KnownDeviceTests {

	private static KnownDevice under(int... keys) {
		return new KnownDevice(new OneTimeToken(new TestKeys(keys).hash()),
				new SecuritySettings(null, List.of(), null, List.of(), Path.of("data")));
	}

	private static boolean isKnown(KnownDevice by, KnownDevice rememberedBy, String email) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		rememberedBy.remember(new MockHttpServletRequest(), response, "ann@example.org");
		String header = String.valueOf(response.getHeader("Set-Cookie"));
		MockHttpServletRequest request = new MockHttpServletRequest();
		request
			.setCookies(new Cookie("selftimed-device", header.substring(header.indexOf('=') + 1, header.indexOf(';'))));
		return by.isKnown(request, email);
	}

	@Test
	void isKnownToTheAccountThatSignedInThere() {
		assertThat(isKnown(under(1), under(1), "ann@example.org")).isTrue();
		assertThat(isKnown(under(1), under(1), "bea@example.org")).isFalse();
	}

	@Test
	void whoHasAnEarlierKeyMakesNone() {
		assertThat(isKnown(under(2, 1), under(1), "ann@example.org")).isFalse();
		assertThat(isKnown(under(2, 1), under(2), "ann@example.org")).isTrue();
	}

}
