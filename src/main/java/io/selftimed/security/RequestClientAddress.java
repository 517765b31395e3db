package io.selftimed.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Reads the address from the connection, as the server knows it.
 */
@Component
class RequestClientAddress implements ClientAddress {

	private static final int NETWORK_BYTES = 8;

	@Override
	public String current() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? network(request.getRequest().getRemoteAddr()) : "";
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
