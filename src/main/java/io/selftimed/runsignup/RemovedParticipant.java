package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * A registration that is no more.
 *
 * @param registrationId RunSignup's registration
 * @param reason RunSignup's word: {@code cleared}, {@code removed}, {@code transferred},
 * {@code deferred} or another one; empty if it says none
 * @param newRegistrationId the registration that took its place, null for none
 */
public record RemovedParticipant(long registrationId, String reason, @Nullable Long newRegistrationId) {

}
