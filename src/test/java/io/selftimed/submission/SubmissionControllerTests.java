package io.selftimed.submission;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.submission.Checked.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PagesSlice
class SubmissionControllerTests {

	private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAA";

	private static final String STALE = "This page had been open for a while. Nothing was sent yet";

	private static final Pattern KEY_ON_PAGE = Pattern
		.compile("name=\"submissionKey\"\\s+value=\"([A-Za-z0-9_-]{22})\"");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Desk desk;

	@BeforeEach
	void clearDesk() {
		this.desk.clear();
	}

	@Test
	void formAsksWhatTheEventAsks() {
		assertThat(this.mvc.get().uri("/events/harbor-5k")).hasStatusOk()
			.bodyText()
			.contains("name=\"bib\"", "name=\"lastName\"", "name=\"hours\"", "name=\"elevationGain\"",
					"Elevation gain (optional)", "value=\"DNF\"", "value=\"DNS\"",
					"Takes results until 23 December 2026 at 14:03")
			.doesNotContain("name=\"tally\"", "value=\"DQ\"", "type=\"number\"", "_csrf", "id=\"problems\"");
	}

	@Test
	void formAsksForTheTallyWhereTheEventHasOne() {
		assertThat(this.mvc.get().uri("/events/harbor-miles")).bodyText()
			.contains("name=\"tally\"", "Your total so far, in miles (optional)")
			.doesNotContain("Elevation gain (optional)");
	}

	@Test
	void formLeavesElevationOutWhereItIsOff() {
		assertThat(this.mvc.get().uri("/events/harbor-half")).bodyText().doesNotContain("elevationGain");
	}

	@Test
	void linkFillsTheBibAndFinishedIsChosen() {
		assertThat(this.mvc.get().uri("/events/harbor-5k?bib=101")).satisfies(inOneLine("name=\"bib\" value=\"101\""))
			.satisfies(inOneLine("value=\"FINISHED\" id=\"outcome\" checked=\"checked\""));
	}

	@Test
	void bibOfALinkIsEscaped() {
		assertThat(this.mvc.get().uri("/events/harbor-5k").param("bib", "\"><b>x")).bodyText().doesNotContain("<b>x");
	}

	@Test
	void unknownEventIsNotFound() {
		assertThat(this.mvc.get().uri("/events/nowhere")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(sending("/events/nowhere/check")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void closedEventSaysWhenItClosedAndWhomToAsk() {
		assertThat(this.mvc.get().uri("/events/harbor-mile")).hasStatusOk()
			.bodyText()
			.contains("stopped taking results on 16 November 2026 at 14:03 (Eastern Standard Time)",
					"results@harbor.test")
			.doesNotContain("<form");
	}

	@Test
	void earlyEventSaysWhenItOpens() {
		assertThat(this.mvc.get().uri("/events/harbor-10k")).hasStatusOk()
			.bodyText()
			.contains("takes results from 30 November 2026 at 14:03 (Eastern Standard Time)")
			.doesNotContain("<form");
	}

	@Test
	void checkPageShowsEverythingInTheRunnersWords() {
		assertThat(marsh("/events/harbor-5k/check").param("elevationGain", "120").param("elevationUnit", "ft"))
			.hasStatusOk()
			.bodyText()
			.contains("Marsh", "24:31.5", "24 minutes 31.5 seconds", "4:54 per km", "120 ft", "Finished",
					"formaction=\"/events/harbor-5k/check\"", "action=\"/events/harbor-5k/submit\"", "name=\"_csrf\"");
	}

	@Test
	void theFormSpeaksTheRunnersLanguage() {
		assertThat(this.mvc.get().uri("/events/harbor-half").header("Accept-Language", "es-ES,es;q=0.9")).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"es\"", "Tu resultado: ", "21,0975 km", "Dorsal", "Revisar mi resultado",
					"23 de diciembre de 2026 a las 14:03")
			.doesNotContain("Your result", "Check my result", "Hours");
		assertThat(this.mvc.get().uri("/events/harbor-half").header("Accept-Language", "en-US")).bodyText()
			.contains("December 23, 2026 at 2:03");
	}

	@Test
	void aChosenLanguageCountsAtOnceAndIsKept() {
		assertThat(this.mvc.get().uri("/events/harbor-5k?bib=101&lang=fr")).cookies()
			.hasValue("selftimed-language", "fr");
		assertThat(this.mvc.get().uri("/events/harbor-5k?bib=101&lang=fr")).bodyText()
			.contains("<html lang=\"fr\"", "Dossard", "value=\"101\"");
	}

	@Test
	void refusalsAndTheCheckPageSpeakTheRunnersLanguage() {
		assertThat(marsh("/events/harbor-5k/check").header("Accept-Language", "fr")).bodyText()
			.contains("24 minutes 31,5 secondes", "4:54 par km", "Envoyer mon résultat");
		this.desk.refuse(Refusal.of("event", "refusal.event.closed",
				Instant.parse("2026-11-23T19:00:00Z").atZone(ZoneId.of("America/New_York"))));
		assertThat(marsh("/events/harbor-5k/check").header("Accept-Language", "fr")).bodyText()
			.contains("ne recueille plus de résultats depuis le 23 novembre 2026 à 14:00");
	}

	@Test
	void withoutRoomNothingIsAcceptedAndNothingTypedIsLost() {
		this.desk.hasNoRoom();
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.bodyText()
			.contains("There is no room here to keep your result", "Check my result");
	}

	@Test
	void withoutRoomTheFormSaysSoBeforeTheCheckPage() {
		this.desk.hasNoRoom();
		assertThat(marsh("/events/harbor-5k/check")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.bodyText()
			.contains("There is no room here to keep your result", "Check my result");
		assertThat(marsh("/events/harbor-5k/check").param("submissionKey", KEY)
			.requestAttr("selftimed.tokenExpired", true)).as("may have been accepted")
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains(STALE, KEY);
	}

	@Test
	void whileTheDatabaseIsAwayAllThatWasTypedIsKeptAndGoesBackAsItCame() {
		this.desk.isAway();
		MvcTestResult page = marsh("/events/harbor-5k/submit").param("submissionKey", KEY)
			.param("note", "Two\nlines <b>")
			.with(csrf())
			.exchange();
		assertThat(page).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasHeader("Retry-After", "60")
			.hasHeader("Cache-Control", "no-store")
			.satisfies(inOneLine("method=\"post\" action=\"/events/harbor-5k/submit\">"))
			.satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.satisfies(inOneLine("name=\"submissionKey\" value=\"" + KEY + "\""))
			.satisfies(inOneLine("name=\"_csrf\" value=\""))
			.satisfies(inOneLine("name=\"note\" value=\"Two lines &lt;b&gt;\""))
			.bodyText()
			.contains("Not sent yet", "Try again", "Marsh", "<html lang=\"en\"")
			.doesNotContain("??", "<b>");
		this.desk.clear();
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER);
	}

	@ParameterizedTest
	@CsvSource({ "es, Todavía no se ha enviado, Intentar otra vez", "fr, Pas encore envoyé, Réessayer" })
	void whileTheDatabaseIsAwayRunnersReadSoInTheirLanguage(String language, String title, String again) {
		this.desk.isAway();
		assertThat(marsh("/events/harbor-5k/check").header("Accept-Language", language))
			.hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.bodyText()
			.contains("<html lang=\"" + language + "\"", title, again)
			.doesNotContain("??", "Try again");
	}

	@Test
	void whileTheDatabaseIsAwayAPageLeadsToItself() {
		this.desk.isAway();
		assertThat(this.mvc.get().uri("/events/harbor-5k?bib=101&lang=en")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.bodyText()
			.contains("This page cannot be shown at the moment", "href=\"/events/harbor-5k?bib=101&amp;lang=en\"")
			.doesNotContain("<form");
	}

	@Test
	void whatWasAcceptedBeforeRoomRanOutLeadsToItsReceipt() {
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER);
		this.desk.hasNoRoom();
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void choosingALanguageKeepsWhatWasTyped() {
		assertThat(this.mvc.get().uri("/events/harbor-5k")).bodyText()
			.contains("formaction=\"/events/harbor-5k/check?lang=es\"");
		assertThat(marsh("/events/harbor-5k/check?lang=es").param("change", "language")).hasStatusOk()
			.satisfies(inOneLine("name=\"lastName\" value=\"Marsh\""))
			.bodyText()
			.contains("Revisar mi resultado");
	}

	@Test
	void checkPageCarriesAllThatWasTypedAndANewKey() {
		MvcTestResult page = marsh("/events/harbor-5k/check").param("note", "Two\nlines <b>").exchange();
		assertThat(page).satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.satisfies(inOneLine("name=\"lastName\" value=\"Marsh\""))
			.satisfies(inOneLine("Two lines &lt;b&gt;"));
		assertThat(keyOn(page)).isNotEqualTo(keyOn(marsh("/events/harbor-5k/check").exchange()));
	}

	@Test
	void checkPageNamesWhatMayBeWrongAndLetsItBeSent() {
		assertThat(marsh("/events/harbor-5k/check").param("elevationGain", "3000").param("elevationUnit", "m"))
			.hasStatusOk()
			.bodyText()
			.contains("Is this right?", "3000 m is more than 120 metres of climb for each kilometre.",
					"Send my result");
		assertThat(marsh("/events/harbor-5k/check")).bodyText().doesNotContain("Is this right?");
	}

	@Test
	void checkPageSaysWhatWasRoundedUp() {
		assertThat(this.mvc.post()
			.uri("/events/harbor-5k/check")
			.param("bib", "101")
			.param("lastName", "Marsh")
			.param("outcome", "FINISHED")
			.param("hours", "24:31.46")).bodyText()
			.contains("24 minutes 31.5 seconds; 24:31.46 was rounded up to 24:31.5",
					"name=\"hours\" value=\"24:31.46\"");
		assertThat(marsh("/events/harbor-5k/check")).bodyText().doesNotContain("rounded");
	}

	@Test
	void aNoteHasUpTo500CharactersHoweverItsLinesEnd() {
		for (String full : List.of("a".repeat(500), "\r\n".repeat(499) + "a", "😀".repeat(500))) {
			assertThat(marsh("/events/harbor-5k/check").param("note", full)).hasStatusOk();
			assertThat(marsh("/events/harbor-5k/check").param("note", full + "b"))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("Shorten your note to 500 characters");
		}
		assertThat(marsh("/events/harbor-5k/check").param("note", "\r\n".repeat(15_000)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void aLinkInANoteIsText() {
		assertThat(marsh("/events/harbor-5k/check").param("note", "see https://strava.example/1")).bodyText()
			.contains("see https://strava.example/1")
			.doesNotContain("href=\"https:");
	}

	@Test
	void onlyAnUntouchedFormTakesADraft() {
		this.desk.refuse(Refusal.of("tally", "refusal.tally.number"));
		assertThat(this.mvc.get().uri("/events/harbor-5k")).bodyText().contains("data-restore=\"true\"");
		assertThat(marsh("/events/harbor-5k/check")).bodyText().contains("data-restore=\"false\"");
		assertThat(marsh("/events/harbor-5k/check").param("change", "bib")).bodyText()
			.contains("data-restore=\"false\"");
	}

	@Test
	void checkPageSaysThatABlankElevationIsSentAsZero() {
		assertThat(marsh("/events/harbor-5k/check")).bodyText().contains("Left blank: RunSignup gets 0");
	}

	@Test
	void checkPageOfWhoDidNotFinishShowsNoTime() {
		assertThat(sending("/events/harbor-5k/check").param("bib", "101")
			.param("lastName", "Marsh")
			.param("outcome", "DNF")
			.param("hours", "x".repeat(41))).hasStatusOk()
			.bodyText()
			.contains("Did not finish")
			.doesNotContain("Clock time", "Pace", "Elevation gain");
	}

	@Test
	void checkingAcceptsNothing() {
		assertThat(marsh("/events/harbor-5k/check")).hasStatusOk();
		assertThat(this.desk.book()).isEmpty();
	}

	@Test
	void everythingWrongIsToldAtOnceInTheOrderOfThePage() {
		this.desk.refuse(Refusal.of("lastName", "refusal.lastName.missing"),
				Refusal.of("elevationGain", "refusal.elevation.number"),
				Refusal.of("minutes", "refusal.time.digits", "minutes"),
				Refusal.of("seconds", "refusal.seconds.range"));
		assertThat(sending("/events/harbor-5k/check").param("outcome", "FINISHED").param("minutes", "24m"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.satisfies(inOneLine(
					"There is a problem</h2> <ul class=\"list-unstyled mb-0\"> <li> <a href=\"#bib\">Enter your bib</a>"))
			.satisfies(
					inOneLine("<a href=\"#lastName\">Enter your last name</a> </li> <li> <a href=\"#minutes\">Minutes: "
							+ "enter digits only</a> </li> <li> <a href=\"#seconds\">Enter seconds from 0 to 59</a> </li> "
							+ "<li> <a href=\"#elevationGain\">"));
	}

	@Test
	void eachFieldSaysTheSameWordsAndKeepsWhatWasTyped() {
		this.desk.refuse(Refusal.of("bib", "refusal.bib.name"));
		assertThat(marsh("/events/harbor-5k/check")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.satisfies(inOneLine("id=\"bib\" name=\"bib\" value=\"101\""))
			.satisfies(inOneLine("id=\"bib-problem\">"))
			.satisfies(inOneLine("aria-invalid=\"true\" aria-describedby=\"bib-hint bib-problem\""))
			.satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.bodyText()
			.containsPattern("(?s)(no runner of this event has both.*){2}");
	}

	@Test
	void oneFieldSaysOneThing() {
		this.desk.refuse(Refusal.of("bib", "refusal.bib.name"), Refusal.of("bib", "refusal.bib.digits"));
		assertThat(marsh("/events/harbor-5k/check")).bodyText().doesNotContain("Enter your bib in digits");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ann", "ann@example", "ann@example..org", "a b@example.org", "@example.org" })
	void eMailThatCannotBeOneIsRefused(String email) {
		assertThat(marsh("/events/harbor-5k/check").param("email", email)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("<a href=\"#email\">Enter an e-mail address", "<details class=\"field\" open=\"open\">");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ann@example.org", " ann+5k@mail.example.co.uk " })
	void eMailIsOptionalAndMayBeAnyOther(String email) {
		assertThat(marsh("/events/harbor-5k/check").param("email", email)).hasStatusOk();
	}

	@Test
	void longNonsenseIsRefusedAtOnce() {
		for (String part : List.of(" ", ".", "a.", "a@")) {
			assertThat(marsh("/events/harbor-5k/check").param("email", "a@b" + part.repeat(30_000) + " x"))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@Test
	void missingTimeLeadsToTheFirstBox() {
		this.desk.refuse(Refusal.of("time", "refusal.time.missing"));
		assertThat(marsh("/events/harbor-5k/check")).bodyText()
			.contains("<a href=\"#hours\">Enter your clock time</a>", "id=\"time-problem\"");
	}

	@Test
	void changeShowsTheFormAgainAtTheFieldWithoutComplaint() {
		assertThat(marsh("/events/harbor-5k/check").param("change", "lastName")).hasStatusOk()
			.satisfies(inOneLine("name=\"lastName\" value=\"Marsh\""))
			.satisfies(inOneLine("aria-describedby=\"lastName-hint\" autofocus=\"autofocus\""))
			.bodyText()
			.doesNotContain("There is a problem");
	}

	@Test
	void sendingLeadsToTheReceipt() {
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/receipts/" + Desk.TOKEN);
		assertThat(this.desk.book()).singleElement().satisfies((accepted) -> {
			assertThat(accepted.event()).isEqualTo(Desk.FIVE_K);
			assertThat(accepted.submissionKey()).isEqualTo(KEY);
		});
	}

	@Test
	void sendingWithoutAKeyShowsTheCheckPageWithANewOne() {
		MvcTestResult page = marsh("/events/harbor-5k/submit").param("submissionKey", "../etc").with(csrf()).exchange();
		assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(STALE);
		assertThat(keyOn(page)).hasSize(22);
		assertThat(this.desk.book()).isEmpty();
	}

	@Test
	void yesterdaysTabGetsTheCheckPageAgainWithItsKey() {
		MvcTestResult page = marsh("/events/harbor-5k/check").param("submissionKey", KEY)
			.requestAttr("selftimed.tokenExpired", true)
			.exchange();
		assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.bodyText()
			.contains(STALE, "name=\"_csrf\"");
		assertThat(keyOn(page)).isEqualTo(KEY);
	}

	@Test
	void sendingWhatIsNoLongerSoundShowsTheForm() {
		this.desk.refuse(Refusal.of("tally", "refusal.tally.number"));
		assertThat(marsh("/events/harbor-miles/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("There is a problem", "Enter your total as a number");
		assertThat(this.desk.book()).isEmpty();
	}

	@Test
	void sendingAfterTheEventClosedSaysSoAndShowsWhatWasTyped() {
		this.desk.refuse(Refusal.of("event", "refusal.event.closed", "23 November 2026, 14:00 EST"));
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.bodyText()
			.contains("stopped taking results on 23 November 2026, 14:00 EST")
			.doesNotContain("Check my result");
	}

	@Test
	void headersAreNotTakenForFields() {
		assertThat(marsh("/events/harbor-5k/check").header("note", "from a header")).bodyText()
			.doesNotContain("from a header");
	}

	@Test
	void aPageSentInTimeAndAgainTooLateLeadsToItsReceipt() {
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER);
		this.desk.close();
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/receipts/" + Desk.TOKEN);
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY.replace('A', 'B')).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.desk.book()).hasSize(1);
	}

	@Test
	void whoHasSentEnoughForTodayIsToldAndKeepsWhatWasTyped() {
		this.desk.fillUp();
		assertThat(marsh("/events/harbor-5k/submit").param("submissionKey", KEY).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("This runner has sent 20 results", "value=\"31.5\"");
	}

	@Test
	void aNoteThatNoDatabaseKeepsIsRefusedAtItsField() {
		assertThat(marsh("/events/harbor-5k/check").param("note", "a\u0000b"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#note\"", "a character that cannot be kept");
		assertThat(marsh("/events/harbor-5k/check").param("email", "a\u0000@example.org"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private MockMvcRequestBuilder sending(String uri) {
		return this.mvc.post().uri(uri);
	}

	private MockMvcRequestBuilder marsh(String uri) {
		return sending(uri).param("bib", "101")
			.param("lastName", "Marsh")
			.param("outcome", "FINISHED")
			.param("hours", "")
			.param("minutes", "24")
			.param("seconds", "31.5");
	}

	private static String keyOn(MvcTestResult page) {
		Matcher key = KEY_ON_PAGE.matcher(body(page));
		assertThat(key.find()).isTrue();
		return key.group(1);
	}

	private static Consumer<MvcTestResult> inOneLine(String text) {
		return (page) -> assertThat(body(page).replaceAll("\\s+", " ")).contains(text);
	}

	private static String body(MvcTestResult page) {
		try {
			return page.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
