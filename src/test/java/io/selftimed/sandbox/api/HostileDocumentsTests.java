package io.selftimed.sandbox.api;

import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Documents that want to hurt whoever reads them.
 */
class HostileDocumentsTests {

	private static final String ITEM = "<virtual_result><bib_num>123</bib_num><clock_time>%s</clock_time>"
			+ "</virtual_result>";

	@Test
	void aBombIsRefusedBeforeItGoesOff() {
		StringBuilder bomb = new StringBuilder("<!DOCTYPE request [<!ENTITY a0 \"aaaaaaaaaa\">");
		for (int level = 1; level < 12; level++) {
			bomb.append("<!ENTITY a").append(level).append(" \"");
			bomb.append(("&a" + (level - 1) + ";").repeat(10)).append("\">");
		}
		bomb.append("]><request>").append(ITEM.formatted("&a11;")).append("</request>");
		assertRefused(bomb.toString(), Format.XML, 4 << 20);
	}

	@Test
	void nothingOutsideIsRead(@TempDir Path folder) throws Exception {
		Path secret = Files.writeString(folder.resolve("secret"), "00:17:00.1");
		assertRefused("<!DOCTYPE request [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><request>"
				+ ITEM.formatted("&x;") + "</request>", Format.XML, 4 << 20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE request><request></request>",
			"<!DOCTYPE request SYSTEM \"http://127.0.0.1:1/x.dtd\"><request></request>", "<request>&unknown;</request>",
			"<request><virtual_result><a><b></b></a></virtual_result></request>", "<results></results>",
			"<request><other/></request>", "<request>", "", "x" })
	void xmlOfAnotherKindIsRefused(String document) {
		assertRefused(document, Format.XML, 4 << 20);
	}

	@Test
	void depthIsRefused() {
		assertRefused("<request>" + "<a>".repeat(100_000), Format.XML, 8 << 20);
		assertRefused("[".repeat(100_000), Format.JSON, 8 << 20);
		assertRefused("{\"virtual_results\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", Format.JSON, 8 << 20);
		assertRefused("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), Format.JSON, 8 << 20);
	}

	@Test
	void manySmallPiecesAreRefused() {
		assertRefused("{\"virtual_results\":[" + "{},".repeat(1_000_000) + "{}]}", Format.JSON, 64 << 20);
		assertRefused("<request>" + "<virtual_result/>".repeat(200_000) + "</request>", Format.XML, 128 << 20);
	}

	/** Refused, and at the cost of no more memory than that. */
	private static void assertRefused(String document, Format format, long bytes) {
		ThreadMXBean threads = (ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		assertThatExceptionOfType(CallError.class).isThrownBy(() -> ResultDocument.items(document, format))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(3));
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(bytes);
	}

}
