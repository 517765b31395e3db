/**
 * One submission with its whole history, and results that an organizer enters.
 */
@NullMarked
package io.selftimed.organizer.detail;

import org.jspecify.annotations.NullMarked;
