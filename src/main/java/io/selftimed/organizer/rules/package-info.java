/**
 * The rules of an event on one page, with what a change means before it is made.
 */
@NullMarked
package io.selftimed.organizer.rules;

import org.jspecify.annotations.NullMarked;
