/**
 * The organizers' pages: one controller and one SQL read model per screen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "web", "security", "runsignup", "race", "race :: roster", "submission",
		"delivery", "backup" })
package io.selftimed.organizer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
