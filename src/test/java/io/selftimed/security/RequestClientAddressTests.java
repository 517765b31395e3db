package io.selftimed.security;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom a request is counted for.
 */
class RequestClientAddressTests {

	private final ClientAddress address = new RequestClientAddress(
			new SecuritySettings(null, List.of(), null, List.of("10.0.0.0/8"), Path.of("data")));

	@AfterEach
	void forget() {
		RequestContextHolder.resetRequestAttributes();
	}

	private String of(String peer, String... forwarded) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(peer);
		for (String line : forwarded) {
			request.addHeader("X-Forwarded-For", line);
		}
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		return this.address.current();
	}

	@Test
	void whoeverSendsTheHeaderThemselvesIsCountedAsThemselves() {
		assertThat(of("203.0.113.9", "198.51.100.1")).isEqualTo(of("203.0.113.9"));
	}

	@Test
	void behindAProxyTheLastWordCountsOverAllLines() {
		assertThat(of("10.0.0.1", "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
		assertThat(of("10.0.0.1", "198.51.100.1, 203.0.113.9", "10.0.0.2")).isEqualTo("203.0.113.9");
	}

	@Test
	void aNetworkOfIpv6IsOneClient() {
		assertThat(of("10.0.0.1", "2001:db8:1:2:3:4:5:6")).isEqualTo(of("2001:db8:1:2::9"))
			.isNotEqualTo(of("2001:db8:1:3::9"));
	}

	@Test
	void anIpv4AddressWrittenAsIpv6IsItself() {
		assertThat(of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9").isNotEqualTo(of("::ffff:203.0.113.8"));
	}

	@Test
	void outsideOfRequestsThereIsNone() {
		assertThat(this.address.current()).isEmpty();
	}

}
