package io.selftimed.web;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Answers while the database is away, in front of all that needs it, sessions among them:
 * the usual page of an error would need them too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AwayFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(AwayFilter.class);

	private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

	/** Said so often at most, however many ask. */
	private static final Duration SAID = Duration.ofSeconds(10);

	private final ObjectProvider<ViewResolver> views;

	private final LocaleResolver languages;

	private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - SAID.toNanos());

	AwayFilter(@Qualifier("thymeleafViewResolver") ObjectProvider<ViewResolver> views, LocaleResolver localeResolver) {
		this.views = views;
		this.languages = localeResolver;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			if (response.isCommitted() || !DatabaseAway.is(ex)) {
				throw ex;
			}
			say(ex);
			show(request, response);
		}
	}

	/** Only kinds and codes: the words of a database may hold what was typed. */
	private void say(Exception ex) {
		long said = this.saidAt.get();
		long now = System.nanoTime();
		if (now - said >= SAID.toNanos() && this.saidAt.compareAndSet(said, now)) {
			log.warn("The database is away ({}): who asks for a page is told to try again in a minute", kind(root(ex)));
		}
	}

	private static String kind(Throwable root) {
		String kind = root.getClass().getSimpleName();
		return (root instanceof SQLException failure)
				? kind + ", state " + failure.getSQLState() + ", code " + failure.getErrorCode() : kind;
	}

	private static Throwable root(Throwable thrown) {
		Throwable root = thrown;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return root;
	}

	private void show(HttpServletRequest request, HttpServletResponse response) throws ServletException {
		response.resetBuffer();
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, this.languages);
		try {
			view(request).render(Map.of("page", AwayPage.of(request), "languages", List.of(), "sandboxConsole", ""),
					request, response);
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

	private View view(HttpServletRequest request) throws Exception {
		return Objects
			.requireNonNull(this.views.getObject().resolveViewName("away", this.languages.resolveLocale(request)));
	}

}
