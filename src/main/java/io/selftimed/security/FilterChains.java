package io.selftimed.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Two doors: organizers sign in and have a session, which begins with the right password
 * and not before; everybody else has neither, and finds nothing but what runners need.
 * The simulator has a door of its own.
 */
@Configuration(proxyBeanMethods = false)
class FilterChains {

	/** What everybody may ask for. */
	private static final String[] OPEN = { "/", "/events/**", "/receipts/**", "/mails/stop/*", "/setup/*", "/password",
			"/password/*", "/invitations/*", "/css/**", "/js/**", "/webjars/**", "/favicon.ico", "/favicon.svg",
			"/error", "/actuator/health/**", "/livez", "/readyz" };

	private final PageHeaders pageHeaders = new PageHeaders();

	/**
	 * Whether runners come by https, perhaps to a proxy: then cookies travel by it only.
	 */
	private final boolean https;

	FilterChains(SecuritySettings settings) {
		this.https = PublicUrl.isHttps(settings.publicUrl());
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 100)
	SecurityFilterChain organizers(HttpSecurity http, SignInTries tries, KnownDevice device, SignInTold told) {
		return http.securityMatcher("/organizer/**", "/login", "/logout")
			.authorizeHttpRequests((requests) -> dispatches(requests).requestMatchers("/login")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((login) -> login.loginPage("/login")
				.failureHandler(told.onFailure(failure()))
				.successHandler(told.onSuccess(success()))
				.permitAll())
			.addFilterAfter(new SessionLimit(), HeaderWriterFilter.class)
			.addFilterBefore(new SlowedSignIn(tries, device), UsernamePasswordAuthenticationFilter.class)
			.sessionManagement((sessions) -> sessions.sessionFixation((fixation) -> fixation.newSession()))
			.logout((logout) -> logout.logoutSuccessUrl("/login?left").permitAll())
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfCookie()))
			.requestCache((requests) -> requests.requestCache(wayBack()))
			.exceptionHandling((handling) -> handling.accessDeniedHandler(new ExpiredSignIn()))
			.headers(headers())
			.build();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 50)
	SecurityFilterChain everybody(HttpSecurity http, Environment environment) {
		return http
			.authorizeHttpRequests((requests) -> dispatches(requests).requestMatchers(OPEN)
				.permitAll()
				.requestMatchers((request) -> isOfOperators(request, environment))
				.permitAll()
				.anyRequest()
				.denyAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfCookie())
				.ignoringRequestMatchers("/events/*/check", "/mails/stop/*"))
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

	/**
	 * Where somebody was going before signing in, in a cookie, as there is no session
	 * yet.
	 */
	private RequestCache wayBack() {
		CookieRequestCache cache = new CookieRequestCache();
		cache.setCookieCustomizer((cookie) -> {
			cookie.setAttribute("SameSite", "Lax");
			cookie.setSecure(cookie.getSecure() || this.https);
		});
		return cache;
	}

	/** Whether it came by the management port, if that is not the runners'. */
	private static boolean isOfOperators(HttpServletRequest request, Environment environment) {
		Integer port = environment.getProperty("local.management.port", Integer.class);
		return port != null && port == request.getLocalPort()
				&& !port.equals(environment.getProperty("local.server.port", Integer.class));
	}

	/** Back to where somebody was going. */
	private AuthenticationSuccessHandler success() {
		SavedRequestAwareAuthenticationSuccessHandler success = new SavedRequestAwareAuthenticationSuccessHandler();
		success.setDefaultTargetUrl("/organizer");
		success.setRequestCache(wayBack());
		return success;
	}

	/** A wrong password begins no session either. */
	private static AuthenticationFailureHandler failure() {
		SimpleUrlAuthenticationFailureHandler failure = new SimpleUrlAuthenticationFailureHandler("/login?error");
		failure.setAllowSessionCreation(false);
		return failure;
	}

	/** Error pages and forwards were let in once already, as what they came from. */
	private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry dispatches(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		return requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
	}

	private CsrfTokenRepository csrfCookie() {
		CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
		repository.setCookieName("selftimed-csrf");
		repository.setCookiePath("/");
		repository.setCookieCustomizer((cookie) -> {
			cookie.httpOnly(true).sameSite("Lax");
			if (this.https) {
				cookie.secure(true);
			}
		});
		return repository;
	}

	private Customizer<HeadersConfigurer<HttpSecurity>> headers() {
		return (headers) -> headers.httpStrictTransportSecurity((hsts) -> {
			hsts.includeSubDomains(false);
			if (this.https) {
				hsts.requestMatcher(AnyRequestMatcher.INSTANCE);
			}
		}).frameOptions((frames) -> frames.deny()).addHeaderWriter(this.pageHeaders);
	}

}
