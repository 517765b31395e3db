package io.selftimed.submission;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Opens what is sealed in the table {@code submission}.
 */
@Repository
class JdbcReceiptLinks implements ReceiptLinks {

	private final JdbcClient jdbc;

	private final SealedReceipts sealed;

	JdbcReceiptLinks(JdbcClient jdbc, SealedReceipts sealed) {
		this.jdbc = jdbc;
		this.sealed = sealed;
	}

	@Override
	public Optional<String> path(long submissionId) {
		return this.jdbc.sql("select receipt_hash, sealed_receipt from submission where id = :id")
			.param("id", submissionId)
			.query((row, number) -> this.sealed.open(row.getString("sealed_receipt"), row.getString("receipt_hash")))
			.optional()
			.flatMap((token) -> token)
			.map((token) -> "/receipts/" + token);
	}

}
