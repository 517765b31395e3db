package io.selftimed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Bounds how long somebody who looks at a page waits for a PostgreSQL that is silent: a
 * server that lost its power, or a network that swallows what it is given, answers
 * nothing, not even that it does not answer. Work that nobody waits for is not bounded,
 * as a migration of millions of rows may take long.
 */
@Configuration(proxyBeanMethods = false)
class AnswersInTime {

	/** A runner's page takes milliseconds. */
	private static final Duration FOR_RUNNERS = Duration.ofSeconds(5);

	/** An organizer's export or roster may be large. */
	private static final Duration FOR_ORGANIZERS = Duration.ofSeconds(60);

	/** Before anything that asks the database, such as sessions. */
	@Bean
	RequestContextFilter requestContextFilter() {
		OrderedRequestContextFilter filter = new OrderedRequestContextFilter();
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
		return filter;
	}

	@Bean
	static BeanPostProcessor answersOfPostgresInTime() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource pool && isPostgres(pool.getJdbcUrl())) ? new Bounded(pool)
						: bean;
			}
		};
	}

	private static boolean isPostgres(String url) {
		return url != null && url.startsWith("jdbc:postgresql:");
	}

	/**
	 * Gives connections whose answers are waited for so long. The pool takes the bound
	 * off when it gets one back.
	 */
	private static final class Bounded extends DelegatingDataSource {

		Bounded(HikariDataSource pool) {
			super(pool);
			// A server that lost its power is noticed by who waits without a limit, too.
			pool.addDataSourceProperty("tcpKeepAlive", "true");
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked) {
				bound(connection, limit(asked.getRequest()));
			}
			return connection;
		}

		private static Duration limit(HttpServletRequest request) {
			String path = request.getRequestURI().substring(request.getContextPath().length());
			return path.startsWith("/organizer/") ? FOR_ORGANIZERS : FOR_RUNNERS;
		}

		private static void bound(Connection connection, Duration limit) throws SQLException {
			try {
				connection.setNetworkTimeout(Runnable::run, (int) limit.toMillis());
			}
			catch (SQLException ex) {
				connection.close();
				throw ex;
			}
		}

	}

}
