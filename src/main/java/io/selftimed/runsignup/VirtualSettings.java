package io.selftimed.runsignup;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How RunSignup takes the results of a virtual event.
 *
 * @param acceptsResultsUntil when it stops to, null if it does not say
 * @param requiresApproval whether a director must approve results, null if it does not
 * say
 */
public record VirtualSettings(@Nullable Instant acceptsResultsUntil, @Nullable Boolean requiresApproval) {

}
