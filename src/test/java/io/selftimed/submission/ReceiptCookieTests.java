package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;

import io.selftimed.HarborLights;
import io.selftimed.security.SecurityTables;
import io.selftimed.security.TestKeys;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReceiptCookie}.
 */
class ReceiptCookieTests {

	private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz012345";

	private Instant now = HarborLights.NOON;

	@Test
	void isShutAndStaysWithItsReceiptForADay() {
		assertThat(setCookie("http://127.0.0.1:8080", false))
			.contains("Path=/receipts/" + TOKEN + ";", "Max-Age=86400", "HttpOnly", "SameSite=Lax")
			.doesNotContain("Secure");
	}

	@Test
	void travelsByHttpsOnlyWhereRunnersComeByIt() {
		assertThat(setCookie("https://results.example.org", false)).contains("Secure");
		assertThat(setCookie("http://127.0.0.1:8080", true)).contains("Secure");
	}

	@Test
	void countsForItsReceiptOnly() {
		assertThat(isWith(value(1), TOKEN)).isTrue();
		assertThat(isWith(value(1), TOKEN.replace('a', 'b'))).isFalse();
	}

	@Test
	void countsForTwentyFourHours() {
		String value = value(1);
		this.now = this.now.plus(Duration.ofHours(24)).minusSeconds(1);
		assertThat(isWith(value, TOKEN)).isTrue();
		this.now = this.now.plusSeconds(1);
		assertThat(isWith(value, TOKEN)).isFalse();
	}

	@Test
	void cannotBeProlongedNorForged() {
		String value = value(1);
		String longer = (this.now.getEpochSecond() + 999_999) + value.substring(value.indexOf('.'));
		assertThat(isWith(longer, TOKEN)).isFalse();
		assertThat(isWith(value(2), TOKEN)).as("under another key").isFalse();
		for (String nonsense : new String[] { "", ".", "1.2", "9999999999." + "A".repeat(43), "x".repeat(4000) }) {
			assertThat(isWith(nonsense, TOKEN)).isFalse();
		}
	}

	@Test
	void whoHasAnEarlierKeyVouchesForNobody() {
		Vouchers rotated = new Vouchers(new TestKeys(2, 1).hash(), () -> this.now);
		assertThat(rotated.isGood("a", "b", vouchers(1).issue("a", "b", Duration.ofHours(1)))).isFalse();
		assertThat(rotated.isGood("a", "b", vouchers(2).issue("a", "b", Duration.ofHours(1)))).isTrue();
		IdentityProof proofs = new IdentityProof(new TestKeys(2, 1).hash(), () -> this.now);
		assertThat(proofs.read(41001, new IdentityProof(new TestKeys(1).hash(), () -> this.now).of(41001, 7)))
			.isEmpty();
		assertThat(proofs.read(41001, new IdentityProof(new TestKeys(2).hash(), () -> this.now).of(41001, 7)))
			.hasValue(7L);
	}

	@Test
	void aProofIsNoCookie() {
		Vouchers vouchers = vouchers(1);
		String proof = new ReceiptProof(vouchers).of(1);
		assertThat(isWith(proof.substring(2), "1")).isFalse();
	}

	private boolean isWith(String value, String token) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie("other", "x"), new Cookie(ReceiptCookie.NAME, value));
		return cookie("http://127.0.0.1:8080", 1).isWith(request, token);
	}

	private String value(int key) {
		String header = setCookie(cookie("http://127.0.0.1:8080", key), false);
		return header.substring(header.indexOf('=') + 1, header.indexOf(';'));
	}

	private String setCookie(String publicUrl, boolean secure) {
		return setCookie(cookie(publicUrl, 1), secure);
	}

	private static String setCookie(ReceiptCookie cookie, boolean secure) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSecure(secure);
		MockHttpServletResponse response = new MockHttpServletResponse();
		cookie.give(TOKEN, request, response);
		return String.valueOf(response.getHeader("Set-Cookie"));
	}

	private ReceiptCookie cookie(String publicUrl, int key) {
		return new ReceiptCookie(vouchers(key), SecurityTables.publicUrl(publicUrl));
	}

	private Vouchers vouchers(int key) {
		return new Vouchers(new TestKeys(key).hash(), () -> this.now);
	}

}
