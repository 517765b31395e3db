package io.selftimed.submission;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@PagesSlice
class FrontControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void showsOpenEventsWithTheirClosingInTheTimeZoneOfTheRace() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("href=\"/events/harbor-5k\"", "Harbor 5K", "Harbor Lights Virtual Run", "5 km",
					"your own distance", "Takes results until 23 December 2026 at 14:03 (Eastern Standard Time)");
	}

	@Test
	void hasNoDoorsOutsideTheSandbox() {
		assertThat(this.mvc.get().uri("/")).bodyText().doesNotContain("bib=101", "href=\"/sandbox\"");
	}

	@Test
	void hasThreeDoorsInTheSandbox() {
		assertThat(this.mvc.get().uri("/").flashAttr("sandboxConsole", "/sandbox")).bodyText()
			.contains("href=\"/events/harbor-5k?bib=101\"", "Send a result as Marsh, bib 101", "href=\"/organizer\"",
					"href=\"/sandbox\"");
	}

	@Test
	void makesNoSessionAndSetsNoCookie() {
		assertThat(this.mvc.get().uri("/")).satisfies((result) -> {
			assertThat(result.getRequest().getSession(false)).isNull();
			assertThat(result.getResponse().getCookies()).isEmpty();
		});
	}

}
