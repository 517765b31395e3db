/**
 * The page of the simulated RunSignup on which somebody lets a program in, and the codes
 * that come of it. Written from the contract alone.
 */
@NullMarked
package io.selftimed.sandbox.grant;

import org.jspecify.annotations.NullMarked;
