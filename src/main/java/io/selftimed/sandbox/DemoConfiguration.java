package io.selftimed.sandbox;

import java.nio.file.Path;
import java.time.InstantSource;

import io.selftimed.sandbox.api.KeptResults;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The demo's data, written as soon as the tables are there.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(SandboxSettings.class)
class DemoConfiguration {

	@Bean
	DemoPassword demoPassword(SandboxSettings settings, @Value("${selftimed.data-dir}") Path folder) {
		return new DemoPassword(settings.organizerPassword(), folder);
	}

	@Bean
	@DependsOnDatabaseInitialization
	SmartInitializingSingleton demoData(JdbcClient jdbc, NamedParameterJdbcTemplate batches,
			TransactionOperations transactions, InstantSource time, DemoPassword password,
			ObjectProvider<KeptResults> kept, Environment environment) {
		KeptResults own = RemoteChoice.isOurs(environment) ? kept.getIfAvailable() : null;
		DemoDeliveries deliveries = (own != null) ? new DemoDeliveries(batches, own) : null;
		return new DemoData(jdbc, batches, transactions, time, new DemoOrganizer(jdbc, password), deliveries)::write;
	}

}
