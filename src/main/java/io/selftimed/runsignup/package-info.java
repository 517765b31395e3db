/**
 * The only code that knows RunSignup's names, codes, formats and credentials. Owns the
 * lanes, so that no call can go round them; answers sealed result types; never retries by
 * itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "security" })
package io.selftimed.runsignup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
