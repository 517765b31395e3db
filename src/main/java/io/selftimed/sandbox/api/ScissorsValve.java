package io.selftimed.sandbox.api;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Hands each request the means to cut its connection without a word, which no servlet
 * has.
 */
final class ScissorsValve extends ValveBase {

	private static final String SCISSORS = ScissorsValve.class.getName();

	ScissorsValve() {
		super(true);
	}

	/** Cuts the connection of a request; to be called in the thread that serves it. */
	static void cut(HttpServletRequest request) {
		if (request.getAttribute(SCISSORS) instanceof Runnable scissors) {
			scissors.run();
		}
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		Runnable scissors = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
		request.setAttribute(SCISSORS, scissors);
		getNext().invoke(request, response);
	}

}
