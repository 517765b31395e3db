package io.selftimed.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Reads the address from the connection, or from what a trusted proxy says of it.
 */
@Component
class RequestClientAddress implements ClientAddress {

	private static final int NETWORK_BYTES = 8;

	private final TrustedProxies proxies;

	RequestClientAddress(SecuritySettings settings) {
		this.proxies = TrustedProxies.of(settings.trustedProxies());
	}

	@Override
	public String current() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? network(client(request.getRequest())) : "";
	}

	private String client(HttpServletRequest request) {
		String forwarded = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
		return this.proxies.client(request.getRemoteAddr(), forwarded);
	}

	/**
	 * The part of an address that one sender cannot change at will.
	 * @param address an IPv4 or IPv6 address in digits
	 */
	static String network(String address) {
		try {
			InetAddress parsed = InetAddress.ofLiteral(address);
			return (parsed instanceof Inet6Address)
					? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
					: parsed.getHostAddress();
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

}
