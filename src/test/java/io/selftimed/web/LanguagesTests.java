package io.selftimed.web;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which language a page speaks.
 */
class LanguagesTests {

	private final Languages languages = new Languages();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			es                      | es
			fr-CA,fr;q=0.9,en;q=0.8 | fr_CA
			de,es;q=0.5             | es
			de                      | en
			en-US                   | en_US
			*                       | en
			""")
	void theFirstOfTheBrowsersLanguagesThatIsOursCounts(String wishes, String language) {
		MockHttpServletRequest request = request("/events/harbor-5k", wishes);
		assertThat(this.languages.resolveLocale(request)).hasToString(language);
	}

	@Test
	void whoWishesNothingReadsEnglish() {
		assertThat(this.languages.resolveLocale(request("/", null))).isEqualTo(Locale.ENGLISH);
	}

	@Test
	void aChoiceCountsMoreThanTheBrowser() {
		MockHttpServletRequest request = request("/", "fr-CA");
		request.setCookies(new Cookie(Languages.COOKIE, "es"));
		assertThat(this.languages.resolveLocale(request)).hasToString("es");
		request.setCookies(new Cookie(Languages.COOKIE, "fr"));
		assertThat(this.languages.resolveLocale(request)).hasToString("fr_CA");
		request.setCookies(new Cookie(Languages.COOKIE, "de"));
		assertThat(this.languages.resolveLocale(request)).hasToString("fr_CA");
	}

	@Test
	void aChoiceCountsAtOnceAndIsKept() {
		MockHttpServletRequest request = request("/", "fr");
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.languages.setLocale(request, response, Locale.of("es"));
		assertThat(this.languages.resolveLocale(request)).hasToString("es");
		assertThat(response.getHeader("Set-Cookie")).contains("selftimed-language=es", "HttpOnly", "SameSite=Lax");
	}

	@Test
	void whatIsNoneOfOurLanguagesIsNoChoice() {
		MockHttpServletRequest request = request("/", "fr");
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.languages.setLocale(request, response, Locale.GERMAN);
		assertThat(this.languages.resolveLocale(request)).hasToString("fr");
		assertThat(response.getHeader("Set-Cookie")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/organizer", "/organizer/events/harbor-5k", "/login", "/sandbox" })
	void organizersPagesAreInEnglish(String path) {
		assertThat(this.languages.resolveLocale(request(path, "es"))).isEqualTo(Locale.ENGLISH);
	}

	@Test
	void whatAPageCouldNotAnswerIsToldInItsLanguage() {
		MockHttpServletRequest request = request("/error", "es");
		request.setAttribute("jakarta.servlet.error.request_uri", "/events/no-such-event");
		assertThat(this.languages.resolveLocale(request)).hasToString("es");
	}

	private static MockHttpServletRequest request(String path, @Nullable String wishes) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		if (wishes != null) {
			request.addHeader("Accept-Language", wishes);
		}
		return request;
	}

}
