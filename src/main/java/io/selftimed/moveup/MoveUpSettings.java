package io.selftimed.moveup;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the command {@code move-up} finds the H2 file; where it moves to is
 * {@code spring.datasource.url}. Its text never shows a password.
 *
 * @param from the data folder of the installation that is moved
 * @param username the user of its H2 file, where it was started with another than usual
 * @param password that user's password, empty unless it was started with one
 */
@Validated
@ConfigurationProperties("selftimed.move-up")
record MoveUpSettings(@NotNull @DefaultValue("./data") Path from, @NotNull @DefaultValue("selftimed") String username,
		@NotNull @DefaultValue("") String password) {

	@Override
	public String toString() {
		return "MoveUpSettings[from=" + this.from + "]";
	}

}
