package io.selftimed.sandbox.console;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.sandbox.SimulatorAlone;
import io.selftimed.sandbox.api.KeptResult;
import io.selftimed.sandbox.api.KeptResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console as it is rendered.
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

	@Test
	void aResultReadsAsPeopleSayIt() {
		assertThat(this.mvc.get().uri("/sandbox?registration_id=41003300")).bodyText()
			.contains("41003300", ">1:02:03.4<", ">120.5 m<", ">12.5<", ">52001<", ">4100<", "Apr 11, 02:16:00",
					"Not approved")
			.doesNotContain("41003101");
	}

	@Test
	void theNewestHundredAreShown() {
		assertThat(this.mvc.get().uri("/sandbox")).bodyText()
			.contains("41003300", "41003250", "41003152")
			.doesNotContain("41003151", "??");
	}

	@Test
	void aRegistrationWithoutResultIsSaidSo() {
		assertThat(this.mvc.get().uri("/sandbox?registration_id=<b>")).bodyText()
			.contains("It keeps no result of registration &lt;b&gt;.")
			.doesNotContain("<b>");
	}

	private static KeptResult result(int bib, String code) {
		return new KeptResult(41003, 41003000 + bib, bib, code, null, 0L, null, 52001, NOW.getEpochSecond());
	}

}
