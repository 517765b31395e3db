/**
 * How a roster comes about: fetched from RunSignup, read from a file, mended by hand. Who
 * is gone is flagged, never deleted.
 */
@NullMarked
@NamedInterface("roster")
package io.selftimed.race.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
