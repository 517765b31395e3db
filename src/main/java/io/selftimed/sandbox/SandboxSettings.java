package io.selftimed.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's organizer. Its text never shows the password.
 *
 * @param organizerPassword the password of {@code demo@selftimed.test}, up to 72 bytes;
 * empty for one that is made once and kept in the file {@code sandbox-organizer-password}
 * of the data folder
 */
@ConfigurationProperties("selftimed.sandbox")
record SandboxSettings(@DefaultValue("") String organizerPassword) {

	@Override
	public String toString() {
		return "SandboxSettings[organizerPassword=****]";
	}

}
