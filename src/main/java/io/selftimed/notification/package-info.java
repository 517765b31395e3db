/**
 * Tells organizers by e-mail what they should know of without looking: long pauses and
 * their ends, results that RunSignup refused, and what waits for a person. Each cause is
 * told once in the whole cluster. Mails name ids, counts and events, never a runner.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "race", "race :: roster", "submission", "delivery", "security", "web" })
package io.selftimed.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
