package io.selftimed.organizer.installation;

/**
 * A setting as it is shown to administrators. A secret has no value here.
 *
 * @param name the property's name
 * @param state {@code set} if somebody gave it, {@code usual} if the default counts,
 * {@code unset} if there is neither, {@code secret} if it is given and never shown
 * @param value the value in force, empty if it is a secret or unset
 * @param meaning what it is for
 */
record ShownSetting(String name, String state, String value, String meaning) {

}
