package io.selftimed.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import io.selftimed.race.Event;
import io.selftimed.security.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tokens of receipts: 192 bits that follow, under a key of ours, from the submission key
 * and the values, so that the same page sent twice leads to the same receipt. Stored only
 * as a keyed hash.
 */
@Component
class ReceiptTokens {

	private static final int TOKEN_BYTES = 24;

	private final KeyedHash hash;

	ReceiptTokens(KeyedHash hash) {
		this.hash = hash;
	}

	/**
	 * The tokens that a submission may have, the one for a new submission first; the
	 * others belong to earlier secret keys.
	 */
	List<String> possible(Event event, Statement statement, String submissionKey) {
		return this.hash.candidates("receipt-token", message(event, statement, submissionKey))
			.stream()
			.map((bytes) -> Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, TOKEN_BYTES)))
			.toList();
	}

	/** What is stored of a new token. */
	String stored(String token) {
		return HexFormat.of().formatHex(this.hash.of("receipt", token.getBytes(StandardCharsets.UTF_8)));
	}

	/** What may be stored of a token, under this and earlier secret keys. */
	List<String> storedCandidates(String token) {
		return this.hash.candidates("receipt", token.getBytes(StandardCharsets.UTF_8))
			.stream()
			.map(HexFormat.of()::formatHex)
			.toList();
	}

	private static byte[] message(Event event, Statement statement, String submissionKey) {
		Result result = statement.result();
		StringBuilder message = new StringBuilder();
		for (@Nullable
		Object part : Arrays.<@Nullable Object>asList(event.eventId(), submissionKey, statement.who().participantId(),
				statement.who().bib(), result.outcome(), result.clockTime(), result.elevationGain(), result.tally(),
				statement.email(), statement.note())) {
			String text = String.valueOf(part);
			message.append(text.length()).append(':').append(text);
		}
		return message.toString().getBytes(StandardCharsets.UTF_8);
	}

}
