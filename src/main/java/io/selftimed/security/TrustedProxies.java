package io.selftimed.security;

import java.util.List;
import java.util.stream.Stream;

import io.selftimed.StartRefusal;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The proxies whose word on a client's address counts. Nobody else's does: anybody can
 * send the header.
 */
final class TrustedProxies {

	private final List<IpAddressMatcher> proxies;

	private TrustedProxies(List<IpAddressMatcher> proxies) {
		this.proxies = proxies;
	}

	/**
	 * Reads the setting.
	 * @param configured addresses and ranges such as {@code 10.0.0.0/8}
	 * @throws StartRefusal naming the property, if one is neither
	 */
	static TrustedProxies of(List<String> configured) {
		return new TrustedProxies(configured.stream().map(TrustedProxies::matcher).toList());
	}

	private static IpAddressMatcher matcher(String range) {
		try {
			return new IpAddressMatcher(range.strip());
		}
		catch (IllegalArgumentException ex) {
			throw new StartRefusal("selftimed.trusted-proxies is not usable: set it to addresses or ranges of proxies,"
					+ " separated by commas, such as 10.0.0.0/8,192.168.1.7.");
		}
	}

	/**
	 * Where a request came from.
	 * @param peer the address of the connection
	 * @param forwardedFor the header {@code X-Forwarded-For}, its lines joined by commas;
	 * empty if there is none
	 * @return the last address that is not a trusted proxy's; the connection's if a proxy
	 * names nobody
	 */
	String client(String peer, String forwardedFor) {
		String client = peer;
		List<String> hops = Stream.of(forwardedFor.split(",")).map(String::strip).toList().reversed();
		for (String hop : hops) {
			if (!isTrusted(client) || !isAddress(hop)) {
				return client;
			}
			client = hop;
		}
		return client;
	}

	private boolean isTrusted(String address) {
		return this.proxies.stream().anyMatch((proxy) -> proxy.matches(address));
	}

	private static boolean isAddress(String text) {
		try {
			new IpAddressMatcher(text);
			return !text.contains("/");
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
