/**
 * Who may see what: accounts, filter chains, headers, keyed hashes, encryption at rest.
 * The keys never leave this package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "web" })
package io.selftimed.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
