/**
 * Who may do what in a race: roles and invitations.
 */
@NullMarked
package io.selftimed.organizer.people;

import org.jspecify.annotations.NullMarked;
