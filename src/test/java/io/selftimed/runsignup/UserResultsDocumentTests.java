package io.selftimed.runsignup;

import java.math.BigDecimal;
import java.util.List;

import io.selftimed.runsignup.UserResult.Tally;
import io.selftimed.runsignup.UserResult.Time;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The document, letter by letter.
 */
class UserResultsDocumentTests {

	private static String written(UserResult... results) {
		return new UserResultsDocument(Format.JSON).write(List.of(results));
	}

	@Test
	void fieldsStandInRunSignupsOrder() {
		UserResult result = new UserResult(3210L, 123L, new Time.Clock(1_020_100), new Tally.Cleared(), 1200L);
		assertThat(written(result)).isEqualTo("{\"virtual_results\":[{\"bib_num\":123,\"clock_time\":\"00:17:00.1\","
				+ "\"tally_value\":null,\"registration_id\":3210,\"elevation_gain_in_mm\":1200}]}");
	}

	@Test
	void whatIsUnchangedOrUnknownIsAbsent() {
		UserResult result = new UserResult(3210L, null, Time.Code.DNF, new Tally.Unchanged(), null);
		assertThat(written(result))
			.isEqualTo("{\"virtual_results\":[{\"clock_time\":\"DNF\",\"registration_id\":3210}]}");
	}

	@Test
	void aTallyGoesAsTheRunnerTypedIt() {
		UserResult result = new UserResult(null, 7L, Time.Code.DQ, new Tally.Set(new BigDecimal("12.50")), null);
		assertThat(written(result)).contains("\"tally_value\":12.50}").doesNotContain("registration_id");
		UserResult large = new UserResult(1L, 7L, Time.Code.DQ, new Tally.Set(new BigDecimal("1E+3")), null);
		assertThat(written(large)).contains("\"tally_value\":1000,");
	}

	@Test
	void aTimeAlwaysHasOneDecimalAndItsHoursMayPassNinetyNine() {
		UserResult result = new UserResult(1L, 7L, new Time.Clock(363_599_000), new Tally.Unchanged(), null);
		assertThat(written(result)).contains("\"clock_time\":\"100:59:59.0\"");
	}

	@Test
	void inXmlATallyThatIsClearedIsEmpty() {
		UserResult cleared = new UserResult(3210L, 123L, new Time.Clock(1_020_100), new Tally.Cleared(), null);
		UserResult set = new UserResult(3211L, 987L, new Time.Clock(1_022_500), new Tally.Set(new BigDecimal("1.75")),
				12000L);
		assertThat(new UserResultsDocument(Format.XML).write(List.of(cleared, set)))
			.isEqualTo("<request><virtual_result><bib_num>123</bib_num><clock_time>00:17:00.1</clock_time>"
					+ "<tally_value></tally_value><registration_id>3210</registration_id></virtual_result>"
					+ "<virtual_result><bib_num>987</bib_num><clock_time>00:17:02.5</clock_time>"
					+ "<tally_value>1.75</tally_value><registration_id>3211</registration_id>"
					+ "<elevation_gain_in_mm>12000</elevation_gain_in_mm></virtual_result></request>");
	}

}
