package io.selftimed.sandbox;

import java.nio.file.Path;
import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The parts of the simulator, and its door: open to all, without sessions. Its clock is
 * its own, as RunSignup's is.
 */
@Configuration(proxyBeanMethods = false)
@Profile("simulator")
class SimulatorConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
			+ " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
			+ " frame-ancestors 'none'";

	private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=()";

	@Bean
	KeptResults keptResults(@Value("${selftimed.data-dir}") Path folder) {
		return new KeptResults(folder);
	}

	@Bean
	ReceivedCalls receivedCalls() {
		return new ReceivedCalls();
	}

	@Bean
	SimulatedRaces simulatedRaces() {
		return new SimulatedRaces();
	}

	@Bean
	UserResultsSimulator userResultsSimulator(SimulatedRaces races, KeptResults kept, ReceivedCalls calls) {
		return new UserResultsSimulator(races, kept, calls, Clock.systemUTC());
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain sandboxDoor(HttpSecurity http) {
		return http.securityMatcher("/sandbox", "/sandbox/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.logout((logout) -> logout.disable())
			.requestCache((cache) -> cache.disable())
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
				.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS_POLICY))
				.httpStrictTransportSecurity((hsts) -> hsts.includeSubDomains(false))
				.frameOptions((frames) -> frames.deny()))
			.build();
	}

}
