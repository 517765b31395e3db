/**
 * What is on its way to RunSignup, what is stuck and why, and what RunSignup shows
 * otherwise than it was sent.
 */
@NullMarked
package io.selftimed.organizer.deliveries;

import org.jspecify.annotations.NullMarked;
