package io.selftimed.organizer.submissions;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;

import io.selftimed.race.Outcome;
import io.selftimed.organizer.AttemptOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a submission stands.
 */
class SubmissionStateTests {

	@ParameterizedTest
	@CsvSource({ "held,false,,HELD", "held,true,received,HELD", "rejected,false,received,REJECTED",
			"accepted,true,withdrawn,WITHDRAWN", "accepted,false,received,SUPERSEDED", "accepted,true,waiting,WAITING",
			"accepted,true,received,RECEIVED", "accepted,true,refused,REFUSED" })
	void aSubmissionStandsWhereReviewAndDeliverySay(String review, boolean wanted, String delivery,
			SubmissionState state) {
		assertThat(SubmissionState.of(review, wanted, delivery)).isEqualTo(state);
	}

	@Test
	void anOutcomeThisVersionDoesNotKnowIsStillTold() {
		assertThat(AttemptOutcome.of("never-sent")).isEqualTo(AttemptOutcome.NEVER_SENT);
		assertThat(AttemptOutcome.of("from-the-future")).isEqualTo(AttemptOutcome.OTHER);
	}

	@Test
	void everyStateAndOutcomeHasItsWords() throws IOException {
		Properties messages = new Properties();
		try (InputStream in = getClass().getResourceAsStream("/organizer-messages.properties")) {
			messages.load(in);
		}
		Stream<String> states = Arrays.stream(SubmissionState.values()).map((it) -> "organizer.state." + it.word());
		Stream<String> attempts = Arrays.stream(AttemptOutcome.values()).map((it) -> "organizer.attempt." + it.word());
		Stream<String> outcomes = Arrays.stream(Outcome.values()).map((it) -> "organizer.outcome." + it);
		assertThat(messages.stringPropertyNames())
			.containsAll(Stream.of(states, attempts, outcomes).flatMap((keys) -> keys).toList());
	}

}
