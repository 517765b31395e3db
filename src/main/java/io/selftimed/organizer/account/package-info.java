/**
 * What organizers do with their own account: password, sessions, and showing again who
 * they are.
 */
@NullMarked
package io.selftimed.organizer.account;

import org.jspecify.annotations.NullMarked;
