/**
 * The console of the simulated RunSignup, for people and for tests with a plain POST.
 */
@NullMarked
package io.selftimed.sandbox.console;

import org.jspecify.annotations.NullMarked;
