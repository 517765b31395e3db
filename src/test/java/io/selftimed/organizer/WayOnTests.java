package io.selftimed.organizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where somebody goes on to after the password: a page of the organizers.
 */
class WayOnTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "//evil.example", "https://evil.example/organizer", "/organizer//evil.example",
			"/organizer\\evil.example", "/organizer/../sandbox", "/organizers", "/login", "/organizer/a\r\nX: y",
			"/organizer@evil.example", "javascript:alert(1)" })
	void nowhereElse(String wanted) {
		assertThat(WayOn.safe(wanted)).isEqualTo("/organizer");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/organizer", "/organizer/races/4100/people", "/organizer/installation/audit?who=a%40b.c" })
	void toTheOrganizersPages(String wanted) {
		assertThat(WayOn.safe(wanted)).isEqualTo(wanted);
	}

	@Test
	void aFormThatWasSentGoesBackToItsPage() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/organizer/races/4100/people/8/role");
		assertThat(WayOn.throughThePassword(request)).isEqualTo("/organizer/password-again?to=%2Forganizer");
		request.addHeader("Referer", "https://results.example.org/organizer/races/4100/people");
		assertThat(WayOn.throughThePassword(request))
			.isEqualTo("/organizer/password-again?to=%2Forganizer%2Fraces%2F4100%2Fpeople");
	}

}
