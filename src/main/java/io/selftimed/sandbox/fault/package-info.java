/**
 * What can go wrong with a call to RunSignup, on demand: each fault is one constant of
 * {@link io.selftimed.sandbox.fault.Fault}. Knows nothing of races and results.
 */
@NullMarked
package io.selftimed.sandbox.fault;

import org.jspecify.annotations.NullMarked;
