package io.selftimed.sandbox.api;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Hands each request the means to cut its connection without a word, which no servlet
 * has.
 */
final class ScissorsValve extends ValveBase {

	/** The name of the attribute; its value is a {@link Runnable}. */
	static final String SCISSORS = ScissorsValve.class.getName();

	ScissorsValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		Runnable scissors = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
		request.setAttribute(SCISSORS, scissors);
		getNext().invoke(request, response);
	}

}
