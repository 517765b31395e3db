/**
 * Brings every wanted submission to RunSignup: what is due, batches, attempts, retries.
 * The only place that retries.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "race", "race :: roster", "submission", "runsignup", "web" })
package io.selftimed.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
