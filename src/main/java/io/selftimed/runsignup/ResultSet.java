package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * A result set of an event.
 *
 * @param resultSetId RunSignup's id
 * @param name its name, empty if RunSignup names none
 * @param isPublic whether everybody sees it, null if RunSignup does not say
 * @param preliminary whether it may still change, null if RunSignup does not say
 */
public record ResultSet(long resultSetId, String name, @Nullable Boolean isPublic, @Nullable Boolean preliminary) {

}
