package io.selftimed.runsignup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From bytes to text, whatever the headers say.
 */
class AnswerBytesTests {

	private static final String WORDS = "{\"error\":\"Zielzeit ung\u00fcltig\"}";

	static byte[] packed(byte[] plain) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(plain);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return out.toByteArray();
	}

	static Stream<Charset> charsets() {
		return Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE,
				StandardCharsets.UTF_16BE, StandardCharsets.UTF_16);
	}

	@ParameterizedTest
	@MethodSource("charsets")
	void theBytesTellTheirCharacters(Charset charset) {
		assertThat(AnswerBytes.text(WORDS.getBytes(charset))).isEqualTo(WORDS);
	}

	@Test
	void aByteOrderMarkIsNoCharacter() {
		assertThat(AnswerBytes.text(("\ufeff" + WORDS).getBytes(StandardCharsets.UTF_8))).isEqualTo(WORDS);
		assertThat(AnswerBytes.text(new byte[0])).isEmpty();
	}

	@Test
	void whatIsPackedIsUnpacked() {
		byte[] plain = WORDS.getBytes(StandardCharsets.UTF_8);
		assertThat(AnswerBytes.unpacked(packed(plain), 100)).hasValue(plain);
		assertThat(AnswerBytes.unpacked(plain, 100)).hasValue(plain);
	}

	/** Unpacked to its end it would be more than an array can hold. */
	@Test
	void unpackingStopsAtTheLimit() {
		byte[] part = packed(new byte[50_000_000]);
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		for (int times = 0; times < 50; times++) {
			bomb.writeBytes(part);
		}
		assertThat(bomb.size()).isLessThan(3_000_000);
		assertThat(AnswerBytes.unpacked(bomb.toByteArray(), 100_000)).isEmpty();
		assertThat(AnswerBytes.unpacked(new byte[101], 100)).isEmpty();
	}

	@Test
	void whatIsPackedBadlySaysNothing() {
		byte[] packed = packed(WORDS.getBytes(StandardCharsets.UTF_8));
		assertThat(AnswerBytes.unpacked(Arrays.copyOf(packed, packed.length - 9), 100)).hasValue(new byte[0]);
		assertThat(AnswerBytes.unpacked(Arrays.copyOf(packed, 3), 100)).hasValue(new byte[0]);
	}

}
