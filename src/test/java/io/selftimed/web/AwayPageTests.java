package io.selftimed.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page promises of what was sent while the database was away.
 */
class AwayPageTests {

	private static MockHttpServletRequest posted(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		request.setParameter("bib", "101");
		return request;
	}

	@Test
	void aSubmissionCountsOnceByItsKey() {
		MockHttpServletRequest submission = posted("/events/harbor-5k/submit");
		submission.setParameter("submissionKey", "made-with-the-check-page");
		assertThat(AwayPage.of(submission).once()).isTrue();
		assertThat(AwayPage.of(posted("/events/harbor-5k/submit")).once()).isFalse();
	}

	@Test
	void aCheckWritesNothing() {
		assertThat(AwayPage.of(posted("/events/harbor-5k/check")).once()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/organizer/events/harbor-5k/enter", "/events/harbor-5k/link",
			"/organizer/events/harbor-5k/submissions/7/decide" })
	void whatMayBeTakenTwiceIsKeptAndPromisesNothing(String path) {
		AwayPage page = AwayPage.of(posted(path));
		assertThat(page.kept()).isTrue();
		assertThat(page.once()).isFalse();
	}

	@Test
	void aPasswordIsNotKept() {
		MockHttpServletRequest request = posted("/organizer/account");
		request.setParameter("password", "nine blue buoys");
		assertThat(AwayPage.of(request).fields()).isEmpty();
		assertThat(AwayPage.of(request).once()).isFalse();
	}

	@Test
	void nothingLeadsElsewhere() {
		assertThat(AwayPage.of(new MockHttpServletRequest("GET", "//evil.example/events")).action())
			.isEqualTo("/evil.example/events");
	}

}
