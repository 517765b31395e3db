package io.selftimed.delivery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.selftimed.race.Event;
import io.selftimed.runsignup.UserResult;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what travels in a claim, as RunSignup is to have it.
 */
@Repository
class ClaimedItems {

	private final JdbcClient jdbc;

	ClaimedItems(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The items of a claim, in the order of their attempts. */
	List<ClaimedItem> of(String token, Event event) {
		return this.jdbc.sql("""
				select a.participant_id, a.version, p.registration_id, p.bib, s.clock_time_ms, s.elevation_gain_mm,
					s.tally, case when s.outcome = 'WITHDRAWN' then e.withdrawal_outcome else s.outcome end as wire
				from delivery_attempt a join submission s on s.id = a.submission_id
					join participant p on p.id = a.participant_id join event e on e.event_id = a.event_id
				where a.claim_token = :token order by a.id
				""").param("token", token).query((row, number) -> item(row, event)).list();
	}

	private static ClaimedItem item(ResultSet row, Event event) throws SQLException {
		return new ClaimedItem(row.getLong("participant_id"), row.getInt("version"), result(row, event));
	}

	/** The result of a row that has the columns asked for above, as it travels. */
	static UserResult result(ResultSet row, Event event) throws SQLException {
		boolean finished = row.getString("wire").equals("FINISHED");
		UserResult.Time time = finished ? new UserResult.Time.Clock(row.getLong("clock_time_ms"))
				: UserResult.Time.Code.valueOf(row.getString("wire"));
		Long elevation = (event.elevation() != Event.Elevation.OFF) ? row.getLong("elevation_gain_mm") : null;
		return new UserResult(row.getObject("registration_id", Long.class), row.getObject("bib", Long.class), time,
				tally(row, event, finished), elevation);
	}

	private static UserResult.Tally tally(ResultSet row, Event event, boolean finished) throws SQLException {
		if (!event.hasTally()) {
			return new UserResult.Tally.Unchanged();
		}
		String tally = row.getString("tally");
		return (finished && tally != null) ? new UserResult.Tally.Set(new BigDecimal(tally))
				: new UserResult.Tally.Cleared();
	}

}
