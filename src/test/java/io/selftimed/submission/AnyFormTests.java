package io.selftimed.submission;

import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.race.Event;
import io.selftimed.race.Participant;
import io.selftimed.race.Roster;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unbescape.html.HtmlEscape;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is typed into the form: the check answers with a page, keeps every value, and
 * lets no markup of the runner's into it.
 */
@PagesSlice
class AnyFormTests {

	private static final Pattern INPUT = Pattern.compile("name=\"(\\w+)\"\\s+value=\"([^\"]*)\"");

	private static final Pattern NOTE = Pattern.compile("<textarea[^>]*name=\"note\"[^>]*>([^<]*)</textarea>");

	private static final List<String> FIELDS = List.of("bib", "lastName", "outcome", "hours", "minutes", "seconds",
			"elevationGain", "elevationUnit", "tally", "email", "note", "identity");

	private static final List<String> CHOSEN = List.of("outcome", "elevationUnit");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Desk desk;

	@BeforeEach
	void checkByTheRules() {
		this.desk.checkBy(new RulesCheck(RulesCheckTests.identification(new Everybody()), () -> Desk.NOW));
	}

	@AfterEach
	void clearDesk() {
		this.desk.clear();
	}

	@Test
	void everyFormGetsAPageThatKeepsEveryValueAndNoMarkup() {
		keepsAll(2_000);
	}

	@Test
	@Tag("endurance")
	void tenThousandFormsGetAPageThatKeepsEveryValueAndNoMarkup() {
		keepsAll(10_000);
	}

	private void keepsAll(int tries) {
		long seed = new Random().nextLong();
		Map<Integer, Integer> pages = new HashMap<>();
		JqwikSession.run(() -> forms().generator(tries, true).stream(new Random(seed)).limit(tries).forEach((form) -> {
			Map<String, String> typed = form.value();
			Event event = typed.hashCode() % 2 == 0 ? Desk.FIVE_K : Desk.MILES;
			MvcTestResult page = check(event, typed);
			int status = page.getResponse().getStatus();
			assertThat(status).as("seed %d, %s", seed, typed).isIn(200, 422);
			pages.merge(status, 1, Integer::sum);
			assertKept(event, typed, body(page), status);
			assertThat(body(page).replace("value=\"", "")).as("seed %d", seed)
				.doesNotContain("<zq", "<script>", "<b>", "\"zq", "'zq");
		}));
		assertThat(pages).as("both pages were seen")
			.hasSize(2)
			.allSatisfy((status, times) -> assertThat(times).isPositive());
	}

	private MvcTestResult check(Event event, Map<String, String> typed) {
		MockMvcRequestBuilder request = this.mvc.post().uri("/events/{slug}/check", event.slug());
		typed.forEach((field, value) -> request.param(field, value));
		return request.exchange();
	}

	private static void assertKept(Event event, Map<String, String> typed, String body, int status) {
		Map<String, String> kept = new HashMap<>();
		Matcher input = INPUT.matcher(body);
		while (input.find()) {
			kept.putIfAbsent(input.group(1), HtmlEscape.unescapeHtml(input.group(2)));
		}
		Matcher note = NOTE.matcher(body);
		if (note.find()) {
			kept.put("note", HtmlEscape.unescapeHtml(note.group(1)));
		}
		typed.forEach((field, value) -> {
			boolean asked = status == 200 || event.hasTally() || !field.equals("tally");
			if (asked && !(status == 422 && CHOSEN.contains(field)) && !value.isEmpty()) {
				assertThat(kept).as("%s of %s", field, typed).containsEntry(field, value);
			}
		});
	}

	private static Arbitrary<Map<String, String>> forms() {
		return Combinators.combine(FIELDS.stream().map(AnyFormTests::value).toList()).as((values) -> {
			Map<String, String> form = new LinkedHashMap<>();
			for (int at = 0; at < FIELDS.size(); at++) {
				form.put(FIELDS.get(at), values.get(at));
			}
			return form;
		});
	}

	/**
	 * Mostly what people type, so that a good part of the forms reaches the check page.
	 */
	private static Arbitrary<String> value(String field) {
		Arbitrary<String> sound = switch (field) {
			case "bib" -> Arbitraries.of("101", " 101 ", "0101");
			case "lastName" -> Arbitraries.of("Marsh", "marsh ", "MÁRSH");
			case "outcome" -> Arbitraries.of("FINISHED", "FINISHED", "DNF", "DNS");
			case "hours" -> Arbitraries.of("", "0", "1", "24", "1:23:45,61", "24'31\"");
			case "minutes", "seconds" -> Arbitraries.of("", "0", "59", "31");
			case "elevationGain" -> Arbitraries.of("120", "0", "3000", "12,5");
			case "elevationUnit" -> Arbitraries.of("m", "ft");
			case "tally" -> Arbitraries.of("", "42.5");
			case "email" -> Arbitraries.of("", "ann@example.org");
			case "note" -> Arbitraries.of("", "Windy.", "Two\r\nlines & <more>", "http://example.org/?a=b&c=d");
			default -> Arbitraries.just("");
		};
		return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(14, sound), net.jqwik.api.Tuple.of(1, nasty()));
	}

	private static Arbitrary<String> nasty() {
		Arbitrary<String> attacks = Arbitraries.of("<zq>", "\"><zq a=\"", "'zq='", "\"zq=\"1", "<script>zq()</script>",
				"</textarea><script>zq</script>", "</title><b>", "&lt;zq&gt;", "&amp;", "${7*7}", "__${zq}__", "#{zq}",
				"javascript:zq()", "<!--", "]]>", "1:23:45:67", "1,200", "1.200", "-1", "1e9", "99999999999999999999",
				"\u0000", "a\u0000b", "\u001b[31m", "\u202e101", "\u200f\u200e", "😀", "👩‍👩‍👧", "é\u0301", "\t",
				"\u00a0", "null", "true", "%00", "..", "\r\n", "٢٤", "１０１", "\ufeff");
		Arbitrary<String> mixed = Arbitraries.strings()
			.withChars("<>\"'&;=/\\{}[]()$#%:.,- \t\n0123456789zqhms")
			.withCharRange('\u0000', '\u001f')
			.withCharRange('\u00a0', '\u02ff')
			.withCharRange('\u0590', '\u06ff')
			.withCharRange('\u2000', '\u206f')
			.ofMinLength(1)
			.ofMaxLength(60);
		Arbitrary<String> longOnes = Combinators
			.combine(Arbitraries.of("a", "<", "😀", "1", " ", "\r\n", "&", ":"),
					Arbitraries.integers().between(30, 1200))
			.as(String::repeat);
		return Arbitraries.oneOf(attacks, mixed, longOnes);
	}

	private static String body(MvcTestResult page) {
		try {
			return page.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Marsh has bib 101 in every event. */
	private static final class Everybody implements Roster {

		@Override
		public List<Participant> byBib(long eventId, long bib) {
			return (bib == 101) ? List.of(new Participant(1, eventId, 41001101L, 101L, "Marsh", null)) : List.of();
		}

		@Override
		public Optional<Participant> find(long eventId, long participantId) {
			throw new AssertionError("a form names no participant");
		}

		@Override
		public long ofBib(long eventId, long bib) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void lock(long participantId) {
			throw new AssertionError("a check locks nothing");
		}

	}

}
