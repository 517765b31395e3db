package io.selftimed.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * One process's way to the database. It breaks where a test says, before any statement
 * and before or after any commit, once or for good. What was not committed then is rolled
 * back, as a database does when nobody is at the other end any more.
 */
final class FragileDataSource extends DelegatingDataSource {

	private static final int NEVER = -1;

	private int stepsLeft = NEVER;

	private boolean breaksForGood;

	private boolean gone;

	FragileDataSource(DataSource database) {
		super(database);
	}

	/** Lets some more statements and commits pass, and breaks then. */
	void breaksAfter(int steps, boolean forGood) {
		this.stepsLeft = steps;
		this.breaksForGood = forGood;
	}

	/** The process is killed: nothing reaches the database any more. */
	void ends() {
		this.gone = true;
	}

	/** All is well again, unless it is gone. */
	void mends() {
		this.stepsLeft = NEVER;
	}

	boolean isGone() {
		return this.gone;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.gone) {
			throw broken();
		}
		Connection real = super.getConnection();
		return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
			case "prepareStatement" -> statement(real, (PreparedStatement) invoke(method, real, arguments));
			case "commit" -> commit(real);
			default -> invoke(method, real, arguments);
		});
	}

	private PreparedStatement statement(Connection connection, PreparedStatement real) {
		return proxy(PreparedStatement.class, (method, arguments) -> {
			if (method.getName().startsWith("execute")) {
				step(connection);
			}
			return invoke(method, real, arguments);
		});
	}

	/** Who called does not know whether a commit was made, if it breaks just after it. */
	private Void commit(Connection real) throws SQLException {
		step(real);
		real.commit();
		step(real);
		return null;
	}

	private void step(Connection real) throws SQLException {
		boolean breaks = this.stepsLeft == 0;
		this.stepsLeft = Math.max(NEVER, this.stepsLeft - 1);
		this.gone |= breaks && this.breaksForGood;
		if (breaks || this.gone) {
			if (!real.getAutoCommit()) {
				real.rollback();
			}
			throw broken();
		}
	}

	private static SQLException broken() {
		return new SQLException("the connection is broken", "08006");
	}

	private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, Behaviour behaviour) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> behaviour.of(method, arguments)));
	}

	/** What becomes of a call. */
	private interface Behaviour {

		Object of(Method method, Object[] arguments) throws Throwable;

	}

}
