package io.selftimed.moveup;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A sum over the rows of a table that is the same for the same rows in any order, as two
 * databases sort differently: SHA-256 of each row, added up in four lanes of 64 bits.
 */
final class Fingerprint {

	private final MessageDigest row = sha256();

	private final long[] sum = new long[4];

	private long rows;

	/** One more value of the row. */
	void value(@Nullable String text) {
		byte[] bytes = (text != null) ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
		this.row.update(ByteBuffer.allocate(Integer.BYTES).putInt((text != null) ? bytes.length : -1).flip());
		this.row.update(bytes);
	}

	/** The row is whole. */
	void endRow() {
		LongBuffer lanes = ByteBuffer.wrap(this.row.digest()).asLongBuffer();
		for (int lane = 0; lane < this.sum.length; lane++) {
			this.sum[lane] += lanes.get(lane);
		}
		this.rows++;
	}

	long rows() {
		return this.rows;
	}

	boolean sameAs(Fingerprint other) {
		return this.rows == other.rows && Arrays.equals(this.sum, other.sum);
	}

	/** The beginning of it, for people. */
	String shortly() {
		return HexFormat.of().toHexDigits(this.sum[0]);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java runtime has SHA-256", ex);
		}
	}

}
