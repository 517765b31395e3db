package io.selftimed.security;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;

/**
 * The address under which Selftimed is reached, {@code selftimed.public-url}: the only
 * source of absolute links, never a request. The rule for it: over https, or on this
 * machine.
 */
public final class PublicUrl {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Supplier<String> base;

	/**
	 * The public address.
	 * @param base the address, asked for with each link: in a trial it is known only
	 * after the start
	 */
	PublicUrl(Supplier<String> base) {
		this.base = base;
	}

	/**
	 * An absolute link.
	 * @param path where to, beginning with a slash
	 */
	public String link(String path) {
		return this.base.get().strip().replaceFirst("/+$", "") + path;
	}

	/** The host that links lead to, such as {@code results.example.org}. */
	public String host() {
		return Objects.requireNonNull(URI.create(link("/")).getHost());
	}

	/** Whether runners come by https, perhaps to a proxy. */
	public boolean isHttps() {
		return isHttps(this.base.get());
	}

	/** Whether it is an address by https. */
	static boolean isHttps(@Nullable String url) {
		return url != null && url.strip().regionMatches(true, 0, "https:", 0, 6);
	}

	/**
	 * Refuses the start unless the address is one that links can be made from.
	 */
	static void demand(@Nullable String url) {
		if (url == null || url.isBlank()) {
			throw new StartRefusal("selftimed.public-url is missing: set it to the address under which runners reach"
					+ " this installation, such as https://results.example.org.");
		}
		if (!isSound(url.strip())) {
			throw new StartRefusal("selftimed.public-url is not usable: set it to an address that starts with"
					+ " https:// and names a host, such as https://results.example.org (http:// only for localhost).");
		}
	}

	private static boolean isSound(String url) {
		try {
			URI uri = URI.create(url);
			return uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
					&& uri.getFragment() == null && isSafe(uri.getScheme(), uri.getHost());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isSafe(@Nullable String scheme, String host) {
		return "https".equalsIgnoreCase(scheme) || ("http".equalsIgnoreCase(scheme) && LOOPBACK.contains(host));
	}

}
