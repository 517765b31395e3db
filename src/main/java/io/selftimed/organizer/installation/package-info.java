/**
 * What administrators see of the whole installation.
 */
@NullMarked
package io.selftimed.organizer.installation;

import org.jspecify.annotations.NullMarked;
