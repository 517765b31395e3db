package io.selftimed.organizer.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The table {@code race_opening}: what somebody typed is theirs only, for three hours.
 */
@Repository
class Openings {

	private static final Duration KEPT = Duration.ofHours(3);

	private static final String SELECT = """
			select id, race_id, contact, name, zone from race_opening
			where organizer_id = :organizer and until > :now
			""";

	private final JdbcClient jdbc;

	private final InstantSource time;

	Openings(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * Keeps what was typed, in place of what stood there if it is theirs.
	 * @return its id
	 */
	String keep(long organizerId, Opening opening) {
		boolean known = write("""
				update race_opening set race_id = :race, contact = :contact, name = :name, zone = :zone, until = :until
				where id = :id and organizer_id = :organizer
				""", organizerId, opening.id(), opening) == 1;
		if (known) {
			return opening.id();
		}
		String id = UUID.randomUUID().toString();
		write("""
				insert into race_opening (id, organizer_id, race_id, contact, name, zone, until)
				values (:id, :organizer, :race, :contact, :name, :zone, :until)
				""", organizerId, id, opening);
		return id;
	}

	private int write(String statement, long organizerId, String id, Opening opening) {
		return this.jdbc.sql(statement)
			.param("id", id)
			.param("organizer", organizerId)
			.param("race", opening.raceId())
			.param("contact", opening.contact())
			.param("name", opening.name())
			.param("zone", opening.zone())
			.param("until", now().plus(KEPT))
			.update();
	}

	/** An opening of somebody, empty if there is none or it is another's. */
	Optional<Opening> of(long organizerId, String id) {
		return this.jdbc.sql(SELECT + " and id = :id")
			.param("organizer", organizerId)
			.param("now", now())
			.param("id", id)
			.query(Openings::opening)
			.optional();
	}

	/** What somebody typed last. */
	Optional<Opening> newest(long organizerId) {
		return this.jdbc.sql(SELECT + " order by until desc fetch first 1 rows only")
			.param("organizer", organizerId)
			.param("now", now())
			.query(Openings::opening)
			.optional();
	}

	void delete(String id) {
		this.jdbc.sql("delete from race_opening where id = :id").param("id", id).update();
	}

	@Scheduled(initialDelay = 6, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void dropWhatIsOver() {
		this.jdbc.sql("delete from race_opening where until <= :now").param("now", now()).update();
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

	private static Opening opening(ResultSet row, int number) throws SQLException {
		return new Opening(row.getString("id"), row.getLong("race_id"), row.getString("contact"), row.getString("name"),
				row.getString("zone"));
	}

}
