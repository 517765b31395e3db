package io.selftimed.sandbox;

import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the demo data before the web server starts, once in the cluster.
 */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class DemoData implements SmartInitializingSingleton {

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final InstantSource time;

	private final DemoPassword password;

	private final ObjectProvider<Simulator> simulator;

	private final Environment environment;

	DemoData(JdbcTemplate jdbc, TransactionOperations transactions, InstantSource time, DemoPassword password,
			ObjectProvider<Simulator> simulator, Environment environment) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.time = time;
		this.password = password;
		this.simulator = simulator;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.queryForList("select id from installation where id = 1 for update", Integer.class);
			boolean first = new DemoRace(this.jdbc, this.time).write();
			new DemoOrganizer(this.jdbc).write(this.password.value());
			boolean ownSimulator = !this.environment.containsProperty("selftimed.runsignup.base-url");
			Simulator known = this.simulator.getIfAvailable();
			if (first && ownSimulator && known != null) {
				new DemoHistory(this.jdbc, known.results()).write(this.time.instant().atOffset(ZoneOffset.UTC));
			}
		});
	}

}
