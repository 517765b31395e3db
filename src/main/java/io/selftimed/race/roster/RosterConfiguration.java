package io.selftimed.race.roster;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the settings of rosters.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RosterSettings.class)
class RosterConfiguration {

}
