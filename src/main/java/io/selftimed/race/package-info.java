/**
 * Races, events and the rules their runners meet, as named values that say why they
 * refuse; and the roster.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "runsignup", "security", "web" })
package io.selftimed.race;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
