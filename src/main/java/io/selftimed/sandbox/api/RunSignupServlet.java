package io.selftimed.sandbox.api;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

import io.selftimed.sandbox.fault.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * RunSignup's API as the simulator offers it. What belongs into the query counts only
 * there, what belongs into the form only there.
 * <p>
 * A servlet and no controller: the form is read as it travelled, so that the limit for
 * runners' forms does not hold for batches, and a reply may come late, in part or not at
 * all without holding a thread of the server.
 */
final class RunSignupServlet extends HttpServlet {

	static final String PATH = "/sandbox/runsignup";

	private static final String REST = PATH + "/rest";

	/** RunSignup's page on which somebody lets a program in, and where ours is. */
	private static final String GRANT = PATH + "/Profile/OAuth2/RequestGrant";

	private static final String GRANT_PAGE = "/sandbox/grant";

	/** More than any batch has. */
	private static final int LONGEST_FORM = 4 << 20;

	private final transient SimulatedRunSignup runSignup;

	private final transient Traffic traffic;

	private final transient Later later;

	RunSignupServlet(SimulatedRunSignup runSignup, Traffic traffic, Later later) {
		this.runSignup = runSignup;
		this.traffic = traffic;
		this.later = later;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		if (GRANT.equals(path(request))) {
			request.getRequestDispatcher(GRANT_PAGE).forward(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.ASYNC) {
			ScissorsValve.cut(request);
		}
		else {
			answer(request, response);
		}
	}

	private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Traffic.Visit visit = this.traffic.enter();
		boolean goesOn = false;
		try {
			ApiCall call = call(request, visit.isTooMuch() ? "" : form(request));
			Reply reply = this.runSignup.answer(call, visit.isTooMuch());
			if (reply.isImmediate()) {
				new ReplySender(response, visit::end).send(reply);
			}
			else {
				goOn(request, response, visit, reply);
				goesOn = true;
			}
		}
		finally {
			if (!goesOn) {
				visit.end();
			}
		}
	}

	private void goOn(HttpServletRequest request, HttpServletResponse response, Traffic.Visit visit, Reply reply) {
		AsyncContext async = request.startAsync(request, response);
		async.setTimeout(0);
		this.later.after(reply.silence(), () -> finish(async, response, visit, reply));
	}

	/**
	 * A connection is cut in a thread of the server: cut from here, an error page
	 * follows.
	 */
	private static void finish(AsyncContext async, HttpServletResponse response, Traffic.Visit visit, Reply reply) {
		try {
			if (new ReplySender(response, visit::end).send(reply)) {
				async.complete();
			}
			else {
				async.dispatch();
			}
		}
		catch (IOException | IllegalStateException ex) {
			// The caller has gone, and the server has ended the call by itself.
		}
		finally {
			visit.end();
		}
	}

	private static ApiCall call(HttpServletRequest request, String form) {
		String path = path(request);
		Map<String, String> headers = new HashMap<>();
		for (String name : new String[] { ApiCall.SECRET, ApiCall.REGISTRATION_SECRET, ApiCall.AUTHORIZATION }) {
			String value = request.getHeader(name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		return new ApiCall(request.getMethod(), path.startsWith(REST) ? path.substring(REST.length()) : path,
				values(request.getQueryString()), values(form), headers);
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	/** The form as it travelled; nothing of one that is too long. */
	private static String form(HttpServletRequest request) throws IOException {
		byte[] form = request.getInputStream().readNBytes(LONGEST_FORM + 1);
		return (form.length <= LONGEST_FORM) ? new String(form, UTF_8) : "";
	}

	/** What a query or a form says; of a name said twice the last counts. */
	static Map<String, String> values(@Nullable String encoded) {
		Map<String, String> values = new HashMap<>();
		int start = 0;
		String pairs = (encoded != null) ? encoded : "";
		while (start < pairs.length() && values.size() < 100) {
			int end = pairs.indexOf('&', start);
			String pair = pairs.substring(start, (end < 0) ? pairs.length() : end);
			int equals = pair.indexOf('=');
			if (equals > 0) {
				values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
			start += pair.length() + 1;
		}
		return values;
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
