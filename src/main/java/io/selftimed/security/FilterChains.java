package io.selftimed.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Two doors: organizers sign in and have a session; everybody else has neither, and finds
 * nothing but what runners need.
 */
@Configuration(proxyBeanMethods = false)
class FilterChains {

	/** What everybody may ask for. */
	private static final String[] OPEN = { "/", "/events/**", "/receipts/**", "/css/**", "/js/**", "/webjars/**",
			"/favicon.ico", "/favicon.svg", "/error", "/actuator/health/**", "/livez", "/readyz" };

	/** What everybody may ask for where the simulator runs. */
	private static final String[] SANDBOX = { "/sandbox", "/sandbox/**" };

	private final PageHeaders pageHeaders = new PageHeaders();

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 100)
	SecurityFilterChain organizers(HttpSecurity http) {
		return http.securityMatcher("/organizer/**", "/login", "/logout")
			.authorizeHttpRequests((requests) -> dispatches(requests).requestMatchers("/login")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((login) -> login.loginPage("/login")
				.failureUrl("/login?error")
				.defaultSuccessUrl("/organizer")
				.permitAll())
			.logout((logout) -> logout.logoutSuccessUrl("/login?left").permitAll())
			.exceptionHandling((handling) -> handling.accessDeniedHandler(new ExpiredSignIn()))
			.headers(headers())
			.build();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 50)
	SecurityFilterChain everybody(HttpSecurity http, Environment environment) {
		String[] sandbox = environment.acceptsProfiles(Profiles.of("simulator")) ? SANDBOX : new String[0];
		return http
			.authorizeHttpRequests((requests) -> dispatches(requests).requestMatchers(OPEN)
				.permitAll()
				.requestMatchers(sandbox)
				.permitAll()
				.anyRequest()
				.denyAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfCookie())
				.ignoringRequestMatchers("/events/*/check", "/sandbox/runsignup/**"))
			.exceptionHandling((handling) -> handling.accessDeniedHandler(new ExpiredForm())
				.authenticationEntryPoint(
						(request, response, ex) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
			.logout((logout) -> logout.disable())
			.headers(headers())
			.build();
	}

	/** Answers of the firewall come before the chains and carry the same headers. */
	@Bean
	RequestRejectedHandler requestRejectedHandler() {
		return (request, response, ex) -> {
			this.pageHeaders.writeHeaders(request, response);
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		};
	}

	/** Error pages and forwards were let in once already, as what they came from. */
	private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry dispatches(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		return requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
	}

	private static CsrfTokenRepository csrfCookie() {
		CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
		repository.setCookieName("selftimed-csrf");
		repository.setCookiePath("/");
		repository.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Lax"));
		return repository;
	}

	private Customizer<HeadersConfigurer<HttpSecurity>> headers() {
		return (headers) -> headers.httpStrictTransportSecurity((hsts) -> hsts.includeSubDomains(false))
			.frameOptions((frames) -> frames.deny())
			.addHeaderWriter(this.pageHeaders);
	}

}
