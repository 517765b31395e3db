package io.selftimed.runsignup;

import java.time.Duration;

/**
 * The right to one call at RunSignup. Closing it frees it, unless it stays shut for the
 * grace period.
 */
public interface Lane extends AutoCloseable {

	/**
	 * How long the lease of this lane was when it was taken: call deadline, grace period
	 * and ten seconds. Claims made under it last as long.
	 */
	Duration lease();

	@Override
	void close();

}
