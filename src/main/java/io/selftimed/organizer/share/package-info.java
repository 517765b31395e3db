/**
 * How runners hear of an event's form: its link, the code to print, and a text to mail.
 */
@NullMarked
package io.selftimed.organizer.share;

import org.jspecify.annotations.NullMarked;
