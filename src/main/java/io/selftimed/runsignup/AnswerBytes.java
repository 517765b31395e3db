package io.selftimed.runsignup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * From the bytes of an answer to its text. Headers are not asked: they are often wrong,
 * and the bytes tell.
 */
final class AnswerBytes {

	/** The one encoding that is understood. */
	static final String ENCODING = "gzip";

	private AnswerBytes() {
	}

	/**
	 * The body, unpacked if it is packed. Unpacking stops at the limit, so that a small
	 * answer cannot take much memory. What is packed badly is an empty body.
	 * @param body the body as it came
	 * @param limit the most bytes
	 * @return the bytes, empty if there are more
	 */
	static Optional<byte[]> unpacked(byte[] body, int limit) {
		if (body.length < 2 || body[0] != (byte) 0x1f || body[1] != (byte) 0x8b) {
			return (body.length <= limit) ? Optional.of(body) : Optional.empty();
		}
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
			byte[] plain = in.readNBytes(limit + 1);
			return (plain.length <= limit) ? Optional.of(plain) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of(new byte[0]);
		}
	}

	/** The text of a body, without its byte order mark. */
	static String text(byte[] body) {
		if (begins(body, 0xef, 0xbb, 0xbf)) {
			return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
		}
		if (begins(body, 0xfe, 0xff) || begins(body, 0xff, 0xfe)) {
			return new String(body, StandardCharsets.UTF_16);
		}
		return new String(body, charset(body));
	}

	/**
	 * A document begins with an ASCII character, and that shows how wide characters are.
	 */
	private static Charset charset(byte[] body) {
		if (body.length > 1 && body[0] == 0 && body[1] != 0) {
			return StandardCharsets.UTF_16BE;
		}
		if (body.length > 1 && body[0] != 0 && body[1] == 0) {
			return StandardCharsets.UTF_16LE;
		}
		return isUtf8(body) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
	}

	private static boolean isUtf8(byte[] body) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static boolean begins(byte[] body, int... mark) {
		return body.length >= mark.length
				&& Arrays.equals(mark, 0, mark.length, unsigned(body, mark.length), 0, mark.length);
	}

	private static int[] unsigned(byte[] body, int length) {
		int[] all = new int[length];
		for (int index = 0; index < length; index++) {
			all[index] = Byte.toUnsignedInt(body[index]);
		}
		return all;
	}

}
