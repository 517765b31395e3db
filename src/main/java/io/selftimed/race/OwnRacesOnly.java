package io.selftimed.race;

import io.selftimed.StartRefusal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps demo data and real races apart: the sandbox does not touch a database with other
 * races in it, and production none with demo data.
 */
@Component
@DependsOnDatabaseInitialization
class OwnRacesOnly implements SmartInitializingSingleton {

	private final JdbcClient jdbc;

	private final Environment environment;

	OwnRacesOnly(JdbcClient jdbc, Environment environment) {
		this.jdbc = jdbc;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean production = is("production");
		if (production && !is("demo") && holds("demo = true")) {
			throw new StartRefusal("spring.datasource.url leads to a database with demo data, and profile production "
					+ "serves real races only: choose another database, or add profile demo to try things out.");
		}
		if (!production && is("demo") && holds("demo = false")) {
			throw new StartRefusal("spring.datasource.url leads to a database with real races, and the sandbox writes "
					+ "demo data: choose another database, or start with profile production.");
		}
	}

	private boolean is(String profile) {
		return this.environment.acceptsProfiles(Profiles.of(profile));
	}

	private boolean holds(String condition) {
		return !this.jdbc.sql("select race_id from race where " + condition + " fetch first 1 rows only")
			.query(Long.class)
			.list()
			.isEmpty();
	}

}
