package io.selftimed.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The languages that runners' pages speak. A runner's choice is kept in a cookie; before
 * there is one, the browser's wishes count. All other pages are in English.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {

	static final String COOKIE = "selftimed-language";

	private static final List<String> CODES = List.of("en", "es", "fr");

	private static final Pattern FOR_RUNNERS = Pattern.compile("/?|/(?:events|receipts|mails)/.*");

	private static final String CHOSEN = Languages.class.getName() + ".chosen";

	private static final Duration YEAR = Duration.ofDays(365);

	/** The codes of all languages, such as {@code es}; English first. */
	public static List<String> codes() {
		return CODES;
	}

	/**
	 * The language of a code, English if it is none of ours.
	 */
	public static Locale of(@Nullable String code) {
		return CODES.contains(code) ? Locale.of(code) : Locale.ENGLISH;
	}

	/**
	 * The language of the page that is being made, English where none is.
	 */
	public static Locale current() {
		LocaleContext context = LocaleContextHolder.getLocaleContext();
		Locale locale = (context != null) ? context.getLocale() : null;
		return (locale != null && CODES.contains(locale.getLanguage())) ? locale : Locale.ENGLISH;
	}

	/** Whether runners see a page, so that it speaks their language. */
	static boolean isForRunners(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = (failed != null) ? failed.toString() : request.getRequestURI();
		return FOR_RUNNERS.matcher(uri.substring(Math.min(request.getContextPath().length(), uri.length()))).matches();
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (!isForRunners(request)) {
			return Locale.ENGLISH;
		}
		Locale wish = wish(request).orElse(Locale.ENGLISH);
		return chosen(request).map((language) -> language.equals(wish.getLanguage()) ? wish : Locale.of(language))
			.orElse(wish);
	}

	/** Keeps a choice; what is none of ours changes nothing. */
	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		if (locale == null || response == null || !CODES.contains(locale.getLanguage())) {
			return;
		}
		request.setAttribute(CHOSEN, locale.getLanguage());
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, locale.getLanguage())
					.path(request.getContextPath() + "/")
					.maxAge(YEAR)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	private static Optional<String> chosen(HttpServletRequest request) {
		if (request.getAttribute(CHOSEN) instanceof String now) {
			return Optional.of(now);
		}
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? Optional.empty()
				: Arrays.stream(cookies)
					.filter((cookie) -> cookie.getName().equals(COOKIE))
					.map(Cookie::getValue)
					.filter(CODES::contains)
					.findFirst();
	}

	/** The first of the browser's languages that is ours, with its country. */
	private static Optional<Locale> wish(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) ? Optional.empty()
				: Collections.list(request.getLocales())
					.stream()
					.filter((locale) -> CODES.contains(locale.getLanguage()))
					.map((locale) -> Locale.of(locale.getLanguage(), locale.getCountry()))
					.findFirst();
	}

}
