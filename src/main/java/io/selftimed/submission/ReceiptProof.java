package io.selftimed.submission;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The hidden value that travels with the form of a correction and proves, for a day, that
 * it came through the receipt of a submission. It opens no receipt.
 */
@Component
class ReceiptProof {

	private static final String PURPOSE = "receipt-correction";

	private static final Duration LASTS = Duration.ofHours(24);

	private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})\\.(.{1,100})");

	private final Vouchers vouchers;

	ReceiptProof(Vouchers vouchers) {
		this.vouchers = vouchers;
	}

	/** A new proof. */
	String of(long submissionId) {
		return submissionId + "." + this.vouchers.issue(PURPOSE, String.valueOf(submissionId), LASTS);
	}

	/** The submission that a value proves, empty if it proves none. */
	Optional<Long> read(@Nullable String value) {
		Matcher parts = SHAPE.matcher((value != null) ? value : "");
		return (parts.matches() && this.vouchers.isGood(PURPOSE, parts.group(1), parts.group(2)))
				? Optional.of(Long.valueOf(parts.group(1))) : Optional.empty();
	}

}
