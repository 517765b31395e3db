package io.selftimed.sandbox;

import java.nio.file.Path;
import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Sets the simulator up with a file and a clock of its own.
 */
@Configuration(proxyBeanMethods = false)
@Profile("simulator")
class SimulatorConfiguration {

	@Bean
	Simulator simulator(@Value("${selftimed.data-dir}") Path dataDir) {
		return new Simulator(new ReceivedResults(dataDir.resolve("sandbox-runsignup.jsonl")), Clock.systemUTC());
	}

}
