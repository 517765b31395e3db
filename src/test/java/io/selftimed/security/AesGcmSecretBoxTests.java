package io.selftimed.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import io.selftimed.security.SecretBox.Opened.Readable;
import io.selftimed.security.SecretBox.Opened.Unreadable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets that only their key and their place open.
 */
class AesGcmSecretBoxTests {

	private static final String OLD = key(1);

	private static final String NEW = key(2);

	private static final String PLACE = "credential/4100/secret";

	@Test
	void whatWasSealedOpensAgain() {
		String sealed = box(NEW).seal(PLACE, "hush");
		assertThat(sealed).matches("v1:[0-9a-f]{16}:[A-Za-z0-9+/]+=*").doesNotContain("hush");
		assertThat(box(NEW).open(PLACE, sealed)).isEqualTo(new Readable("hush", true));
	}

	@Property(tries = 200)
	void everyTextOpensAsItWasSealed(@ForAll String secret) {
		String whole = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
		assertThat(box(NEW).open(PLACE, box(NEW).seal(PLACE, whole))).isEqualTo(new Readable(whole, true));
	}

	@Property(tries = 200)
	void noTextAtAllMakesOpeningFail(@ForAll String text) {
		assertThat(box(NEW).open(PLACE, text)).isEqualTo(new Unreadable());
	}

	@Test
	void theSameSecretNeverReadsTheSame() {
		assertThat(box(NEW).seal(PLACE, "hush")).isNotEqualTo(box(NEW).seal(PLACE, "hush"));
	}

	@Test
	void anEarlierKeyStillOpensAndAsksToSealAgain() {
		String earlier = box(OLD).seal(PLACE, "hush");
		SecretBox rotated = box(NEW, OLD);
		assertThat(rotated.open(PLACE, earlier)).isEqualTo(new Readable("hush", false));
		assertThat(rotated.open(PLACE, rotated.seal(PLACE, "hush"))).isEqualTo(new Readable("hush", true));
	}

	@Test
	void withoutItsKeyASecretCannotBeRead() {
		assertThat(box(NEW).open(PLACE, box(OLD).seal(PLACE, "hush"))).isEqualTo(new Unreadable());
	}

	@Test
	void inAnotherPlaceASecretCannotBeRead() {
		String sealed = box(NEW).seal(PLACE, "hush");
		assertThat(box(NEW).open("credential/4200/secret", sealed)).isEqualTo(new Unreadable());
	}

	@Test
	void oneChangedLetterMakesItUnreadable() {
		String sealed = box(NEW).seal(PLACE, "hush");
		for (int at = 0; at < sealed.length() - 2; at++) {
			char other = (sealed.charAt(at) == 'B') ? 'C' : 'B';
			String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
			assertThat(box(NEW).open(PLACE, changed)).as("letter %d", at).isEqualTo(new Unreadable());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "v1::", "v1:0011223344556677:AAAA", "hush",
			"v1:0011223344556677:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" })
	void whatWasNeverSealedCannotBeRead(String text) {
		assertThat(box(NEW).open(PLACE, text)).isEqualTo(new Unreadable());
	}

	@Test
	void aNewVersionStillOpensWhatThisOneSealed() {
		assertThat(box(NEW).open(PLACE, "v1:2fc5b1713da21433:8rfkoEdSnpv5MxWo3r7YOazFRAYqeUNgfn3lnA/Vcqw="))
			.isEqualTo(new Readable("hush", true));
	}

	@Test
	void theTextOfWhatWasOpenedShowsNothing() {
		assertThat(new Readable("hush", true).toString()).doesNotContain("hush");
	}

	private static SecretBox box(String key, String... previous) {
		return new AesGcmSecretBox(SecretKeys.of(key, List.of(previous)));
	}

	private static String key(int content) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) content);
		return Base64.getEncoder().encodeToString(key);
	}

}
