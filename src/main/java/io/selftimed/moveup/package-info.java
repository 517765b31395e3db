/**
 * Copies an installation from its H2 file into an empty PostgreSQL, once, while neither
 * runs. It finds tables and columns in the databases themselves and knows no other
 * module, so that a table that is added later is not forgotten.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.selftimed.moveup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
