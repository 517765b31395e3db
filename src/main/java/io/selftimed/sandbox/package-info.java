/**
 * RunSignup in a box, for trying things out: a simulator of its API with a console
 * (profile {@code simulator}) and the demo data (profile {@code demo}). Shares no type
 * with the client, so that one misreading of the contract cannot hide in both.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.selftimed.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
