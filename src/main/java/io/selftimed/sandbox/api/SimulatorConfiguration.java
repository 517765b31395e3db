package io.selftimed.sandbox.api;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

import io.selftimed.sandbox.fault.FaultBoard;
import io.selftimed.sandbox.grant.Grants;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
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
 * The parts of the simulator, and its door: open to all, without sessions and tokens, but
 * not to pages of others. Its clock is its own, as RunSignup's is.
 */
@Configuration(proxyBeanMethods = false)
@Profile("simulator")
class SimulatorConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
			+ " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
			+ " frame-ancestors 'none'";

	private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=()";

	private static final Clock CLOCK = Clock.systemUTC();

	private static final SecureRandom RANDOM = new SecureRandom();

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
		return new SimulatedRaces(LocalDate.ofInstant(CLOCK.instant(), SimulatedRaces.ZONE));
	}

	@Bean
	Approvals approvals() {
		return new Approvals();
	}

	@Bean
	FaultBoard faultBoard() {
		return new FaultBoard((sides) -> ThreadLocalRandom.current().nextInt(sides));
	}

	@Bean
	Traffic traffic() {
		return new Traffic();
	}

	@Bean
	Patience patience() {
		return new Patience();
	}

	@Bean
	Grants grants() {
		return new Grants(SimulatorConfiguration::random);
	}

	@Bean
	SimulatedRunSignup simulatedRunSignup(SimulatedRaces races, KeptResults kept, Approvals approvals, Grants grants,
			FaultBoard faults, ReceivedCalls calls, Patience patience) {
		return new SimulatedRunSignup(operations(races, kept, approvals, grants, CLOCK, SimulatorConfiguration::random),
				faults, calls, patience, CLOCK);
	}

	static List<Operation> operations(SimulatedRaces races, KeptResults kept, Approvals approvals, Grants grants,
			Clock clock, IntFunction<byte[]> random) {
		return List.of(new PostUserResults(races, kept, approvals, clock), new GetRace(races),
				new GetParticipants(races, clock), new GetRemovedParticipants(races), new GetResultSets(races, kept),
				new GetResults(races, kept), new GetVirtualSettings(races, approvals), new GetEntityInfo(),
				new RefreshToken(random), new RedeemCode(grants, clock, random));
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	@Bean
	ServletRegistrationBean<RunSignupServlet> runSignupServlet(SimulatedRunSignup runSignup, Traffic traffic,
			Patience patience) {
		return new ServletRegistrationBean<>(new RunSignupServlet(runSignup, traffic, patience),
				RunSignupServlet.PATH + "/*");
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> scissors() {
		return (server) -> server.addEngineValves(new ScissorsValve());
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain sandboxDoor(HttpSecurity http) {
		return http.securityMatcher("/sandbox", "/sandbox/**")
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(new CrossSite()).denyAll().anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.logout((logout) -> logout.disable())
			.requestCache((cache) -> cache.disable())
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS_POLICY))
				.httpStrictTransportSecurity((hsts) -> hsts.includeSubDomains(false))
				.frameOptions((frames) -> frames.deny()))
			.build();
	}

}
