package io.selftimed.security;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Organizers' sessions, kept in the database so that every replica knows who is signed
 * in. Pages for runners have none.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

	private static final String COOKIE = "selftimed-session";

	/**
	 * On PostgreSQL two requests of one session may store the same attribute at once.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> oneStatementStores(DataSource database)
			throws SQLException {
		return isPostgres(database) ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer() : (repository) -> {
		};
	}

	@Bean
	DefaultCookieSerializerCustomizer sessionCookie(SecuritySettings settings) {
		return (cookie) -> {
			cookie.setCookieName(COOKIE);
			if (PublicUrl.isHttps(settings.publicUrl())) {
				cookie.setUseSecureCookie(true);
			}
		};
	}

	private static boolean isPostgres(DataSource database) throws SQLException {
		try (Connection connection = database.getConnection()) {
			return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
		}
	}

}
