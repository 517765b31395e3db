package io.selftimed.journey;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.security.PagesOverHttp;

import org.springframework.web.util.HtmlUtils;

/**
 * A runner who goes the whole way from the form to the receipt, without a browser.
 */
final class RunnerOverHttp implements AutoCloseable {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private static final Pattern ACTION = Pattern.compile("<form [^>]*method=\"post\"[^>]* action=\"([^\"]+)\"");

	private static final Pattern STATE = Pattern.compile("data-state=\"([a-z]+)\"");

	private final PagesOverHttp pages;

	RunnerOverHttp(RunningJar jar) {
		this(jar.port());
	}

	RunnerOverHttp(int port) {
		this.pages = new PagesOverHttp(port);
	}

	/**
	 * Types a finish, passes the check page and sends it.
	 * @return the path of the receipt
	 */
	String finish(String slug, int bib, String lastName, int minutes, String seconds) {
		return receipt(send(slug, bib, lastName, minutes, seconds));
	}

	/** The same with a whole time such as {@code 1:43:00}. */
	String finish(String slug, int bib, String lastName, String time) {
		return receipt(send(slug, bib, lastName, time, "", ""));
	}

	/** As {@link #finish}, giving whatever was answered. */
	HttpResponse<String> send(String slug, int bib, String lastName, int minutes, String seconds) {
		return send(slug, bib, lastName, "", String.valueOf(minutes), seconds);
	}

	private HttpResponse<String> send(String slug, int bib, String lastName, String hours, String minutes,
			String seconds) {
		return send(check(slug, bib, lastName, hours, minutes, seconds));
	}

	/** Opens the form. */
	void look(String slug) {
		HttpResponse<String> form = this.pages.get("/events/" + slug);
		if (form.statusCode() != 200) {
			throw new AssertionError("no form: " + form.statusCode() + " " + form.body());
		}
	}

	/** Types a finish, and gets the page that shows what was understood. */
	Checked check(String slug, int bib, String lastName, String hours, String minutes, String seconds) {
		HttpResponse<String> check = ask(slug, bib, lastName, hours, minutes, seconds);
		if (check.statusCode() != 200) {
			throw new AssertionError("the check page was refused: " + check.statusCode() + " " + check.body());
		}
		return new Checked("/events/" + slug + "/submit", hidden(check));
	}

	private HttpResponse<String> ask(String slug, int bib, String lastName, String hours, String minutes,
			String seconds) {
		return this.pages.post("/events/" + slug + "/check", "bib", String.valueOf(bib), "lastName", lastName,
				"outcome", "FINISHED", "hours", hours, "minutes", minutes, "seconds", seconds, "elevationGain", "",
				"elevationUnit", "m");
	}

	/** Types a finish and sends it, or gets what the check page's place was taken by. */
	HttpResponse<String> tryToFinish(String slug, int bib, String lastName, int minutes, String seconds) {
		HttpResponse<String> check = ask(slug, bib, lastName, "", String.valueOf(minutes), seconds);
		return (check.statusCode() == 200) ? send(new Checked("/events/" + slug + "/submit", hidden(check))) : check;
	}

	/** Sends what a page holds that offers to try again. */
	HttpResponse<String> tryAgain(HttpResponse<String> page) {
		Matcher action = ACTION.matcher(page.body());
		if (!action.find()) {
			throw new AssertionError("nothing to try again: " + page.statusCode() + " " + page.body());
		}
		return send(new Checked(HtmlUtils.htmlUnescape(action.group(1)), hidden(page)));
	}

	/** Opens the page that asks whether to take back what a receipt is of. */
	Checked withdrawal(String receipt) {
		HttpResponse<String> question = get(receipt + "/withdraw");
		if (question.statusCode() != 200) {
			throw new AssertionError("no question: " + question.statusCode() + " " + question.body());
		}
		return new Checked(receipt + "/withdraw", hidden(question));
	}

	HttpResponse<String> get(String path) {
		return this.pages.get(path);
	}

	private static List<String> hidden(HttpResponse<String> page) {
		List<String> fields = new ArrayList<>();
		Matcher hidden = HIDDEN.matcher(page.body());
		while (hidden.find()) {
			fields.add(hidden.group(1));
			fields.add(HtmlUtils.htmlUnescape(hidden.group(2)));
		}
		return fields;
	}

	/** Sends what the check page holds. */
	HttpResponse<String> send(Checked checked) {
		return this.pages.post(checked.path(), checked.fields().toArray(String[]::new));
	}

	/**
	 * A page that was answered with a form.
	 *
	 * @param path where its form goes
	 * @param fields name, value, name, value
	 */
	record Checked(String path, List<String> fields) {

	}

	/** The path of the receipt that an answer leads to. */
	static String receipt(HttpResponse<String> answer) {
		if (answer.statusCode() != 303) {
			throw new AssertionError("not accepted: " + answer.statusCode() + " " + answer.body());
		}
		return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

	/** The state that a receipt shows. */
	String state(String receipt) {
		HttpResponse<String> page = this.pages.get(receipt);
		Matcher state = STATE.matcher(page.body());
		return (page.statusCode() == 200 && state.find()) ? state.group(1) : "HTTP " + page.statusCode();
	}

	@Override
	public void close() {
		this.pages.close();
	}

}
