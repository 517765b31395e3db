/**
 * Copies the H2 file now and then, and when asked, while runners go on sending. It knows
 * no table and no other module, and never touches a PostgreSQL, which has better tools of
 * its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.selftimed.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
