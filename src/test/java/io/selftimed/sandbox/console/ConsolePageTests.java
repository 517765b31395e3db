package io.selftimed.sandbox.console;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.sandbox.SimulatorAlone;
import io.selftimed.sandbox.api.Approvals;
import io.selftimed.sandbox.api.KeptResult;
import io.selftimed.sandbox.api.KeptResults;
import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.FaultBoard;
import io.selftimed.sandbox.fault.SetFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console as it is rendered, and its knobs.
 */
@SpringBootTest(classes = SimulatorAlone.class)
@AutoConfigureMockMvc
@ActiveProfiles("simulator")
class ConsolePageTests {

	private static final Instant NOW = Instant.ofEpochSecond(1586571360);

	@TempDir
	private static Path folder;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private KeptResults results;

	@Autowired
	private FaultBoard faults;

	@Autowired
	private Approvals approvals;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		properties.add("selftimed.data-dir", folder::toString);
	}

	@BeforeEach
	void fill() {
		List<KeptResult> many = new ArrayList<>();
		for (int bib = 101; bib <= 250; bib++) {
			many.add(result(bib, "DNS"));
		}
		many.add(new KeptResult(41003, 41003300, 300, "01:02:03.4", 3723400L, 120500L, new BigDecimal("12.50"), 52001,
				NOW.getEpochSecond()));
		this.results.keep(many);
	}

	@AfterEach
	void forget() {
		post("reset", "results=true");
	}

	@Test
	void aResultReadsAsPeopleSayIt() {
		assertThat(this.mvc.get().uri("/sandbox?registration_id=41003300")).bodyText()
			.contains("41003300", ">1:02:03.4<", ">120.5 m<", ">12.5<", ">52001<", ">4100<", "Apr 11, 02:16:00",
					"Approve the result of registration 41003300", "Approve all 151")
			.doesNotContain("41003101");
	}

	@Test
	void theNewestHundredAreShown() {
		assertThat(page()).bodyText().contains("41003300", "41003250", "41003152").doesNotContain("41003151", "??");
	}

	@Test
	void aRegistrationWithoutResultIsSaidSo() {
		assertThat(this.mvc.get().uri("/sandbox?registration_id=<b>")).bodyText()
			.contains("It keeps no result of registration &lt;b&gt;.")
			.doesNotContain("<b>");
	}

	@Test
	void oneResultIsApprovedOrAll() {
		post("approve", "event_id=41003&registration_id=41003300");
		assertThat(this.results.unapproved()).isEqualTo(150);
		assertThat(this.mvc.get().uri("/sandbox?registration_id=41003300")).bodyText()
			.doesNotContain("Approve the result");
		assertThat(post("approve", "")).hasStatus(303).hasRedirectedUrl("/sandbox#results");
		assertThat(this.results.unapproved()).isZero();
		assertThat(page()).bodyText().doesNotContain("Approve all");
	}

	@Test
	void aResultIsChangedOrForgottenBehindOurBack() {
		assertThat(this.mvc.get().uri("/sandbox?registration_id=41003300")).bodyText()
			.contains("Add 10 seconds to the result of registration 41003300",
					"Forget the result of registration 41003300");
		assertThat(this.mvc.get().uri("/sandbox?registration_id=41003250")).bodyText().doesNotContain("Add 10 seconds");
		assertThat(post("change", "event_id=41003&registration_id=41003300")).hasStatus(303)
			.hasRedirectedUrl("/sandbox#results");
		assertThat(this.mvc.get().uri("/sandbox?registration_id=41003300")).bodyText().contains(">1:02:13.4<");
		assertThat(post("forget", "event_id=41003&registration_id=41003300")).hasStatus(303);
		assertThat(this.results.count()).isEqualTo(150);
	}

	@Test
	void anEventMayDoWithoutApproval() {
		assertThat(post("approvals", "event_id=41003&needed=false")).hasStatus(303);
		assertThat(this.approvals.areNeeded(41003)).isFalse();
		assertThat(page()).bodyText().contains("Harbor Miles: Demand it", "Harbor 5K: Do without");
	}

	@Test
	void theSwitchTakesRunSignupDownAndBringsItBack() {
		assertThat(page()).bodyText().contains("RunSignup is up", "Take RunSignup down");
		assertThat(post("down", "down=true")).hasStatus(303).hasRedirectedUrl("/sandbox#switch");
		assertThat(page()).bodyText().contains("RunSignup is down", "Bring RunSignup back");
		assertThat(post("down", "down=false&back=/")).hasRedirectedUrl("/");
		assertThat(post("down", "down=false&back=/receipts/a_b-1")).hasRedirectedUrl("/receipts/a_b-1");
		for (String elsewhere : List.of("//evil.test", "/%5Cevil.test", "https://evil.test", "/a%0Db", "/a?b")) {
			assertThat(post("down", "down=false&back=" + elsewhere)).as(elsewhere).hasRedirectedUrl("/sandbox#switch");
		}
		assertThat(this.faults.isDown()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void everyFaultCanBeSetByItsName(Fault fault) {
		assertThat(post("faults", "fault=" + fault.key())).hasStatus(303).hasRedirectedUrl("/sandbox#faults");
		assertThat(this.faults.all()).containsExactly(SetFault.next(1, fault));
		assertThat(page()).bodyText()
			.contains("for the next call", "value=\"" + fault.key() + "\"")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "calls=3|calls=3, share=null, patience=PT5S", "share=25|calls=null, share=25, patience=PT5S",
					"seconds=0.2|calls=1, share=null, patience=PT0.2S", "seconds=999|patience=PT2M,",
					"call=race|operation=race", "bib=456|bib=456", "calls=&share=&seconds=&call=&bib=|calls=1," })
	void aFaultIsSetAsAsked(String fields, String expected) {
		post("faults", "fault=slow&" + fields);
		assertThat(this.faults.all()).singleElement().asString().contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fault=none", "fault=slow&calls=0", "fault=slow&calls=-1", "fault=slow&share=101",
			"fault=slow&seconds=x", "fault=slow&call=nothing", "fault=slow&bib=x", "" })
	void whatCannotBeUnderstoodIsNotSet(String fields) {
		assertThat(post("faults", fields)).hasStatus(422)
			.bodyText()
			.contains("There is a problem", "Check the numbers: this fault was not set");
		assertThat(this.faults.all()).isEmpty();
	}

	@Test
	void faultsAreClearedAtOnce() {
		post("faults", "fault=slow&share=50");
		assertThat(page()).bodyText().contains("for 50 % of the calls");
		post("faults/clear", "");
		assertThat(this.faults.all()).isEmpty();
	}

	@Test
	void aResetLeavesTheResultsUnlessAsked() {
		post("faults", "fault=slow");
		post("down", "down=true");
		post("reset", "");
		assertThat(this.results.count()).isEqualTo(151);
		assertThat(this.faults.all()).isEmpty();
		assertThat(this.faults.isDown()).isFalse();
		post("reset", "results=true");
		assertThat(this.results.count()).isZero();
	}

	@Test
	void thereIsNoRaceMorningWithoutAForm() {
		assertThat(page()).bodyText().doesNotContain("Race morning");
		assertThat(post("morning", "")).hasStatus(303);
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site,cross-site,403", "Sec-Fetch-Site,same-site,403", "Sec-Fetch-Site,same-origin,303",
			"Origin,http://evil.example,403", "Origin,null,403", "Origin,http://localhost,303" })
	void pagesOfOthersTurnNoKnob(String header, String value, int status) {
		assertThat(this.mvc.post().uri("/sandbox/down?down=true").header(header, value).header("Host", "localhost"))
			.hasStatus(status);
		assertThat(this.faults.isDown()).isEqualTo(status == 303);
	}

	private MvcTestResult page() {
		return this.mvc.get().uri("/sandbox").exchange();
	}

	private MvcTestResult post(String knob, String fields) {
		return this.mvc.post().uri("/sandbox/" + knob + "?" + fields).exchange();
	}

	private static KeptResult result(int bib, String code) {
		return new KeptResult(41003, 41003000 + bib, bib, code, null, 0L, null, 52001, NOW.getEpochSecond());
	}

}
