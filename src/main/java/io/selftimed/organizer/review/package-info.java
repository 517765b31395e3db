/**
 * What waits for a person, and what people decide.
 */
@NullMarked
package io.selftimed.organizer.review;

import org.jspecify.annotations.NullMarked;
