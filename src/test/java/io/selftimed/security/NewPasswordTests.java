package io.selftimed.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a new password must be.
 */
class NewPasswordTests {

	@ParameterizedTest
	@CsvSource({ "'',short", "elevenchars,short", "passwordpassword,known", "123456789012,known", "qwertyuiop123,known",
			"P@ssw0rd2024!,known", "ann@example.org,known" })
	void aBadOneIsRefusedWithTheReason(String password, String reason) {
		assertThat(NewPassword.refusal(password, "ann@example.org")).contains("password.refused." + reason);
	}

	@Test
	void aGoodOneIsNot() {
		assertThat(NewPassword.refusal("kayak lantern orbit seven", "ann@example.org")).isEmpty();
		assertThat(NewPassword.refusal("q9#vTz!m2Lp@", "ann@example.org")).isEmpty();
	}

	@Test
	void oneOfWhichNotAllWouldCountIsRefused() {
		assertThat(NewPassword.refusal("ä".repeat(37), "")).contains("password.refused.long");
	}

}
