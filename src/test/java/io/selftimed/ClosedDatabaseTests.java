package io.selftimed;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which connections the pool gives up. That a database is opened anew after a full disk
 * is tried with one, by {@code FullDiskIT}.
 */
class ClosedDatabaseTests {

	private static Override adjudge(String state, int code) {
		return new ClosedDatabase().adjudicate(new SQLException("told by H2", state, code));
	}

	@Test
	void thoseOfADatabaseThatIsClosed() {
		assertThat(adjudge("90098", 90098)).isEqualTo(Override.MUST_EVICT);
		assertThat(adjudge("90121", 90121)).isEqualTo(Override.MUST_EVICT);
	}

	@Test
	void andOthersAsThePoolSeesFit() {
		assertThat(adjudge("23505", 23505)).isEqualTo(Override.CONTINUE_EVICT);
		assertThat(adjudge("08006", 0)).isEqualTo(Override.CONTINUE_EVICT);
	}

}
