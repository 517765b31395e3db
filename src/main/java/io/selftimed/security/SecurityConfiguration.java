package io.selftimed.security;

import io.selftimed.StartRefusal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Keys and passwords, and what production demands of its settings.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

	@Bean
	SecretKeys secretKeys(SecuritySettings settings, Environment environment) {
		return keys(settings, environment);
	}

	@Bean
	KeyedHash keyedHash(SecretKeys keys) {
		return new SecretKeyedHash(keys);
	}

	@Bean
	AesGcmSecretBox secretBox(SecretKeys keys) {
		return new AesGcmSecretBox(keys);
	}

	/** Production demands it; a trial without one is reached on this machine. */
	@Bean
	PublicUrl publicUrl(SecuritySettings settings, Environment environment) {
		String configured = settings.publicUrl();
		return new PublicUrl(
				() -> (configured != null && !configured.isBlank()) ? configured : thisMachine(environment));
	}

	private static String thisMachine(Environment environment) {
		return "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080")
				+ environment.getProperty("server.servlet.context-path", "");
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	static SecretKeys keys(SecuritySettings settings, Environment environment) {
		boolean production = environment.acceptsProfiles(Profiles.of("production"));
		if (production) {
			PublicUrl.demand(settings.publicUrl());
		}
		String key = settings.secretKey();
		if (key == null || key.isBlank()) {
			key = replacement(settings, production, environment.acceptsProfiles(Profiles.of("demo")));
		}
		return SecretKeys.of(key, settings.previousSecretKeys());
	}

	private static String replacement(SecuritySettings settings, boolean production, boolean demo) {
		if (production) {
			throw new StartRefusal("selftimed.secret-key is missing: make a key with \"openssl rand -base64 32\" and"
					+ " set it, the same on every machine, for example as SELFTIMED_SECRET_KEY.");
		}
		// Without demo there is nothing to keep: the simulator alone, or a test.
		return demo ? new SecretKeyFile(settings.dataDir()).read() : SecretKeyFile.random();
	}

}
