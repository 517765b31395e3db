package io.selftimed.organizer;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An export that fails does not look whole.
 */
class SubmissionExportControllerTests {

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
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(
				() -> new SubmissionExportController(export, new ByHandExport(TestDatabase.H2.jdbc())).submissions(
						new Visits(TestDatabase.H2.jdbc()).toEvent(Harbor.ANN, "harbor-5k").orElseThrow(), response));
		assertThat(response.isCommitted()).isFalse();
	}

}
