package io.selftimed.organizer;

import java.time.ZoneId;
import java.util.Map;

import io.selftimed.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way back to a list: to the same view of it, and to nothing else.
 */
class WayBackTests {

	private static final EventVisit REVIEWER = visit(Role.REVIEWER);

	private static EventVisit visit(Role role) {
		return new EventVisit(new RaceVisit(7, role, 4100, "Harbor Lights", ZoneId.of("UTC")), 41001, "harbor-5k",
				"Harbor 5K");
	}

	private static String address(@Nullable String text) {
		return WayBack.read(REVIEWER, text).or("submissions").address(null, null);
	}

	@Test
	void aViewComesBackAsItWas() {
		WayBack here = WayBack.to(REVIEWER, EventTab.SUBMISSIONS)
			.with(Map.of("q", "O'Brien & Ş", "state", "waiting", "sort", "fastest", "after", "24~5~6"));
		WayBack back = WayBack.read(REVIEWER, here.text());
		assertThat(back).isEqualTo(here);
		assertThat(back.isKept()).isTrue();
		assertThat(back.address(12L, 3L)).isEqualTo("/organizer/events/harbor-5k/submissions"
				+ "?q=O%27Brien+%26+%C5%9E&state=waiting&sort=fastest&after=24%7E5%7E6#submission-12");
		assertThat(back.along("/organizer/events/harbor-5k/submissions/12")).startsWith(
				"/organizer/events/harbor-5k/submissions/12?list=submissions.q%3DO%2527Brien%2B%2526%2B%25C5%259E%26");
	}

	@Test
	void eachListIsLeftAtItsRow() {
		assertThat(WayBack.read(REVIEWER, "review.after=20").address(12L, 3L))
			.isEqualTo("/organizer/events/harbor-5k/review?after=20#held-12");
		assertThat(WayBack.read(REVIEWER, "roster.show=no-bib&after=7").address(12L, 3L))
			.isEqualTo("/organizer/events/harbor-5k/roster?show=no-bib&after=7#participant-3");
		assertThat(WayBack.to(REVIEWER, EventTab.DELIVERIES).part("drift").address(12L, 3L))
			.isEqualTo("/organizer/events/harbor-5k/deliveries#drift");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", ".", "https://evil.example", "//evil.example", "/organizer/account", "rules",
			"overview", "submissions/../../../login", "javascript:alert(1)", "SUBMISSIONS.q=1" })
	void whatIsNoListLeadsToTheWholeList(@Nullable String text) {
		assertThat(WayBack.read(REVIEWER, text).text()).isNull();
		assertThat(address(text)).isEqualTo("/organizer/events/harbor-5k/submissions");
	}

	@ParameterizedTest
	@ValueSource(strings = { "submissions.x=1&show=all", "submissions.q", "submissions.q=%zz&state=held",
			"submissions.q=%20" })
	void whatAListDoesNotUnderstandIsLeftBehind(String text) {
		assertThat(address(text)).isEqualTo("/organizer/events/harbor-5k/submissions");
	}

	@Test
	void valuesStayValues() {
		assertThat(address("submissions.q=%0d%0aSet-Cookie:x%23%26state%3Dheld"))
			.isEqualTo("/organizer/events/harbor-5k/submissions?q=%0D%0ASet-Cookie%3Ax%23%26state%3Dheld");
	}

	@Test
	void aViewTooLongToCarryIsLeftBehind() {
		WayBack here = WayBack.to(REVIEWER, EventTab.SUBMISSIONS).with(Map.of("q", "x".repeat(800)));
		assertThat(here.text()).isEqualTo("submissions");
		assertThat(WayBack.read(REVIEWER, "submissions.q=" + "x".repeat(1600)).text()).isNull();
	}

	@Test
	void nobodyIsLedToAListTheyMayNotOpen() {
		assertThat(WayBack.read(visit(Role.VIEWER), "review.after=20").text()).isNull();
		assertThat(WayBack.read(visit(Role.VIEWER), "roster").text()).isEqualTo("roster");
	}

}
