/**
 * What was done, by whom and when, for owners of a race and for administrators.
 */
@NullMarked
package io.selftimed.organizer.audit;

import org.jspecify.annotations.NullMarked;
