/**
 * The life of a submission on our side: the runner's pages, the check, acceptance,
 * history and receipts. Declares {@link io.selftimed.submission.DeliveryProgress}, so
 * that a receipt can show what delivery knows. Never calls RunSignup.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "race", "race :: roster", "security", "web" })
package io.selftimed.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
