/**
 * The simulated RunSignup: its races, what it holds, and the calls it answers. Written
 * from the contract alone.
 */
@NullMarked
package io.selftimed.sandbox.api;

import org.jspecify.annotations.NullMarked;
