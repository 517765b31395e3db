package io.selftimed.organizer.submissions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.TestDatabase;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.Harbor;
import io.selftimed.organizer.RaceVisit;
import io.selftimed.security.Role;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An export that fails does not look whole.
 */
class SubmissionExportControllerTests {

	private static final EventVisit VISIT = new EventVisit(
			new RaceVisit(Harbor.ANN, Role.OWNER, 4100, "Harbor Lights", ZoneId.of("America/New_York")), Harbor.EVENT,
			"harbor-5k", "Harbor 5K");

	private final List<String> told = new ArrayList<>();

	@Test
	void whatFailsOnTheWayLeavesTheAnswerOpen() throws IOException {
		TestDatabase.H2.clean();
		new Harbor(TestDatabase.H2.jdbc());
		MockHttpServletResponse response = new MockHttpServletResponse();
		SubmissionExport export = new SubmissionExport(new SubmissionRows(TestDatabase.H2.jdbc())) {
			@Override
			void write(long eventId, Appendable out) throws IOException {
				out.append("half a heading");
				throw new UncheckedIOException(new IOException("the database is gone"));
			}
		};
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> new SubmissionExportController(export,
				new ByHandExport(TestDatabase.H2.jdbc()), (event, reader) -> {
				}, (what, race, about) -> this.told.add(what + " " + about))
			.submissions(VISIT, false, response));
		assertThat(response.isCommitted()).isFalse();
		assertThat(this.told).containsExactly("file-saved event:41001 file:submissions.csv");
	}

}
