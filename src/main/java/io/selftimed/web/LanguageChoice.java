package io.selftimed.web;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Takes up the language that a runner chose with {@code ?lang=}.
 */
@Component
class LanguageChoice implements HandlerInterceptor, WebMvcConfigurer {

	private static final Pattern CHOSEN = Pattern.compile("(?:^|&)lang=([a-z]{2})(?:&|$)");

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).excludePathPatterns("/css/**", "/js/**", "/webjars/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (Languages.isForRunners(request)) {
			response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
			choose(request, response);
		}
		return true;
	}

	/** Asks the address only: a body that is too long must not be read here. */
	private static void choose(HttpServletRequest request, HttpServletResponse response) {
		LocaleResolver languages = RequestContextUtils.getLocaleResolver(request);
		Matcher chosen = CHOSEN.matcher(Objects.requireNonNullElse(request.getQueryString(), ""));
		if (languages != null && chosen.find()) {
			languages.setLocale(request, response, Locale.of(chosen.group(1)));
		}
	}

}
