package io.selftimed.security;

import java.util.List;

import io.selftimed.StartRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whose word on a client's address counts.
 */
class TrustedProxiesTests {

	private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			10.1.2.3     | 203.0.113.9                        | 203.0.113.9
			192.0.2.7    | 198.51.100.1, 203.0.113.9          | 203.0.113.9
			10.1.2.3     | 203.0.113.9, 10.9.9.9              | 203.0.113.9
			fd00::1      | 2001:db8::5                        | 2001:db8::5
			10.1.2.3     | ''                                 | 10.1.2.3
			10.1.2.3     | unknown                            | 10.1.2.3
			10.1.2.3     | 203.0.113.9/8                      | 10.1.2.3
			10.1.2.3     | 10.1.2.4                           | 10.1.2.4
			""")
	void aTrustedProxyNamesTheClient(String peer, String header, String client) {
		assertThat(this.proxies.client(peer, header)).isEqualTo(client);
	}

	@ParameterizedTest
	@ValueSource(strings = { "203.0.113.9", "192.0.2.8", "2001:db8::1" })
	void whoeverElseSendsTheHeaderIsNotBelieved(String peer) {
		assertThat(this.proxies.client(peer, "198.51.100.1")).isEqualTo(peer);
	}

	@Test
	void nobodyIsTrustedUnlessNamed() {
		assertThat(TrustedProxies.of(List.of()).client("10.1.2.3", "203.0.113.9")).isEqualTo("10.1.2.3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy.example.org", "10.0.0.0/33", "" })
	void whatIsNoAddressStopsTheStart(String configured) {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> TrustedProxies.of(List.of(configured)))
			.withMessageContaining("selftimed.trusted-proxies");
	}

	@Test
	void anIpv6NetworkIsOneClient() {
		assertThat(RequestClientAddress.network("2001:db8:1:2:3:4:5:6"))
			.isEqualTo(RequestClientAddress.network("2001:db8:1:2::1"))
			.isNotEqualTo(RequestClientAddress.network("2001:db8:1:3::1"));
		assertThat(RequestClientAddress.network("203.0.113.9"))
			.isNotEqualTo(RequestClientAddress.network("203.0.113.8"));
	}

}
