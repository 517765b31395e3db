package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What must be done now and then, by one replica of all.
 */
@Repository
class Chores {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final InstantSource time;

	Chores(JdbcClient jdbc, TransactionOperations transactions, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.time = time;
	}

	/**
	 * Takes a chore over, if it is due and nobody else is taking it. Who took it over and
	 * died is followed by somebody at the next turn.
	 * @param name its row in the table {@code chore}
	 * @param every how long to leave it after it was taken over last
	 * @return whether it is ours now
	 */
	boolean takeOver(String name, Duration every) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Instant now = this.time.instant();
			Optional<Instant> last = this.jdbc
				.sql("select done_at from chore where name = :name for update skip locked")
				.param("name", name)
				.query((row, number) -> row.getObject(1, OffsetDateTime.class))
				.list()
				.stream()
				.map((done) -> (done != null) ? done.toInstant() : Instant.MIN)
				.findFirst();
			boolean due = last.isPresent() && !last.get().isAfter(now.minus(every));
			if (due) {
				this.jdbc.sql("update chore set done_at = :now where name = :name")
					.param("now", now.atOffset(ZoneOffset.UTC))
					.param("name", name)
					.update();
			}
			return due;
		}));
	}

}
