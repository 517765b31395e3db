package io.selftimed.security;

import java.nio.file.Path;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this module. Its text never shows a key.
 *
 * @param secretKey base64 of 32 bytes, null if not given
 * @param previousSecretKeys keys that were the secret key before, newest first, each
 * base64 of 32 bytes
 * @param publicUrl the address under which runners reach Selftimed, null if not given
 * @param trustedProxies addresses and ranges whose forwarded headers count
 * @param dataDir the folder for generated keys
 */
@Validated
@ConfigurationProperties("selftimed")
record SecuritySettings(@Nullable String secretKey, @DefaultValue List<String> previousSecretKeys,
		@Nullable String publicUrl, @DefaultValue List<String> trustedProxies,
		@NotNull @DefaultValue("./data") Path dataDir) {

	@Override
	public String toString() {
		return "SecuritySettings[publicUrl=" + this.publicUrl + ", dataDir=" + this.dataDir + "]";
	}

}
