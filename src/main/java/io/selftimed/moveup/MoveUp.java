package io.selftimed.moveup;

import java.time.InstantSource;

import javax.sql.DataSource;

import io.selftimed.KnownKeys;
import org.flywaydb.core.Flyway;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What the command {@code move-up} is made of: the target's connection and schema by the
 * usual settings, and no page, worker or schedule. It is no part of a running Selftimed,
 * so it carries no annotation that would be found.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
@EnableConfigurationProperties(MoveUpSettings.class)
public class MoveUp {

	/** The schema is built when nothing speaks against it, not before. */
	@Bean
	FlywayMigrationStrategy later() {
		return (flyway) -> {
		};
	}

	@Bean
	MoveUpCommand moveUpCommand(MoveUpSettings settings, Environment environment, DataSource target, Flyway flyway,
			KnownKeys keys) {
		boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
		OldHome from = new OldHome(settings.from(), settings.username(), settings.password());
		String url = environment.getProperty("spring.datasource.url", "");
		return new MoveUpCommand(from, new NewHome(url, target, flyway), keys, InstantSource.system(), demo, System.out,
				System.err);
	}

}
