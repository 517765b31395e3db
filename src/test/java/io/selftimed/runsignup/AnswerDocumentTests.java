package io.selftimed.runsignup;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Documents that mean harm, and documents that repeat our secrets.
 */
class AnswerDocumentTests {

	@Test
	void jsonThatNestsDeepIsNoDocument() {
		assertThat(Documents.of("[".repeat(100_000)).tree().isMissingNode()).isTrue();
		assertThat(Documents.of("{\"a\":".repeat(51) + "1" + "}".repeat(51)).tree().isMissingNode()).isTrue();
		assertThat(Documents.of("{\"a\":".repeat(50) + "1" + "}".repeat(50)).tree().isMissingNode()).isFalse();
	}

	@Test
	void xmlThatNestsDeepIsNoDocument() {
		assertThat(Documents.of("<a>".repeat(100_000)).tree().isMissingNode()).isTrue();
		assertThat(Documents.of("<a>".repeat(51) + "</a>".repeat(51)).tree().isMissingNode()).isTrue();
		assertThat(Documents.of("<a>".repeat(50) + "</a>".repeat(50)).tree().isMissingNode()).isFalse();
	}

	@Test
	void anXmlBombDoesNotGoOff() {
		StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
		for (int level = 1; level < 30; level++) {
			bomb.append("<!ENTITY e%d \"%s\">".formatted(level, "&e%d;".formatted(level - 1).repeat(10)));
		}
		bomb.append("]><a><error>&e29;</error></a>");
		assertThat(Documents.of(bomb.toString()).tree().isMissingNode()).isTrue();
	}

	@Test
	void anExternalEntityIsNotRead(@TempDir Path folder) throws Exception {
		Path secret = Files.writeString(folder.resolve("secret"), "do-not-read");
		try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobody.setSoTimeout(1);
			for (String uri : new String[] { secret.toUri().toString(),
					"http://127.0.0.1:" + nobody.getLocalPort() + "/" }) {
				AnswerDocument document = Documents
					.of("<!DOCTYPE a [<!ENTITY e SYSTEM \"" + uri + "\">]><a><error>&e;</error></a>");
				assertThat(document.tree().isMissingNode()).isTrue();
				assertThat(Documents.of("<!DOCTYPE a SYSTEM \"" + uri + "\"><a><error>so it is</error></a>").error())
					.hasValue(new RemoteError(null, "so it is"));
			}
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(nobody::accept);
		}
	}

	@Test
	void aSecretThatComesBackIsMaskedHoweverItIsWritten() {
		Passport passport = new Passport.Builder().secret("s3cret/ word").build();
		for (String echo : new String[] { "s3cret/ word", "s3cret\\/ word", "s3cret%2F+word", "s3cret%2f+word",
				"\\u0073\\u0033cret/ word" }) {
			AnswerDocument document = AnswerDocument
				.of(("{\"error\":{\"error_code\":6,\"error_msg\":\"bad key " + echo + "!\"}}")
					.getBytes(StandardCharsets.UTF_8), passport);
			assertThat(document.error()).as(echo).hasValue(new RemoteError(6, "bad key ****!"));
		}
		assertThat(new Passport("", Map.of(), Set.of()).masked("free")).isEqualTo("free");
	}

}
