package io.selftimed.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Claims that ran out: their owner died between claim and outcome, and nobody knows
 * whether the call left.
 */
@Repository
class LostClaims {

	static final String LOST = "select distinct claim_token from delivery where claim_until <= :now order by claim_token";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final InstantSource time;

	LostClaims(JdbcClient jdbc, TransactionOperations transactions, InstantSource time) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.time = time;
	}

	/** Whether any claim ran out. */
	boolean any(Instant now) {
		return !lostTokens(now.atOffset(ZoneOffset.UTC)).isEmpty();
	}

	/**
	 * Gives up claims whose owner is gone: their calls may still be applied at RunSignup,
	 * so the newest result is due again, and once more after the remote patience.
	 */
	void giveUp() {
		this.transactions.executeWithoutResult((status) -> {
			OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
			for (String token : lostTokens(now)) {
				lock(token);
				this.jdbc.sql("""
						update delivery_attempt set outcome = 'lost', ended_at = :now
						where claim_token = :token and ended_at is null
						""").param("now", now).param("token", token).update();
				this.jdbc.sql("""
						update delivery set lost_at = :now, lost_version = coalesce(lost_version, (select min(a.version)
							from delivery_attempt a where a.claim_token = :token
							and a.participant_id = delivery.participant_id)),
						due_at = case when wanted_submission_id is null then null else coalesce(due_at, :now) end,
						claim_token = null, claim_until = null
						where claim_token = :token
						""").param("now", now).param("token", token).update();
			}
		});
	}

	/**
	 * Deliveries before attempts and in their order, as an outcome that comes late does.
	 */
	private void lock(String token) {
		this.jdbc
			.sql("select participant_id from delivery where claim_token = :token order by participant_id for update")
			.param("token", token)
			.query(Long.class)
			.list();
	}

	private List<String> lostTokens(OffsetDateTime now) {
		return this.jdbc.sql(LOST).param("now", now).query((row, number) -> row.getString(1)).list();
	}

}
