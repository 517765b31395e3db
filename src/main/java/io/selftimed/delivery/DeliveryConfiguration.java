package io.selftimed.delivery;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Wires what deliveries need and do not make themselves.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ DeliverySettings.class, ComparisonSettings.class })
@EnableScheduling
class DeliveryConfiguration {

	@Bean
	BackOff backOff(DeliverySettings settings) {
		LongUnaryOperator dice = (bound) -> ThreadLocalRandom.current().nextLong(bound + 1);
		return new BackOff(settings.retryFirst(), settings.retryLongest(), dice);
	}

}
