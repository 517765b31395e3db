package io.selftimed.sandbox.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/**
 * Something that goes wrong with a call. To add one is to add a constant here and its
 * words in messages.properties.
 */
public enum Fault {

	/** Applied and answered, but late. */
	SLOW(5, (call) -> call.answer().after(call.patience())),

	/** Never applied: silence, then the connection is cut. */
	HANG(45, (call) -> Reply.cut().after(call.patience())),

	/** Applied; the answer comes byte by byte. */
	DRIP(20, (call) -> call.answer().dripping(call.patience())),

	/** Never applied: the connection is cut. */
	RESET((call) -> Reply.cut()),

	/** Applied, then the connection is cut. */
	APPLIED_THEN_RESET((call) -> {
		call.answer();
		return Reply.cut();
	}),

	/** Applied, then silence until the connection is cut. */
	APPLIED_THEN_SILENCE(45, (call) -> {
		call.answer();
		return Reply.cut().after(call.patience());
	}),

	/** Answered 502 at once and applied all the same, later. */
	APPLIED_LATE(20, (call) -> {
		call.applyAfter(call.patience());
		return Reply.html(502, "Bad gateway");
	}),

	/** HTTP 429 that says when to come back. */
	TOO_MANY_REQUESTS(10,
			(call) -> call.error(429, 14, "Too many requests.")
				.with("Retry-After", String.valueOf(Math.max(1, call.patience().toSeconds())))),

	CODE_4(error(4, "Unknown error.")),

	CODE_5(error(5, "Database error.")),

	CODE_6(error(6, "Key authentication failed.")),

	CODE_7(error(7, "Permission denied.")),

	CODE_14(error(14, "Too many concurrent requests.")),

	/** A wrong caller registration comes with HTTP 400. */
	CODE_17((call) -> call.error(400, 17, "Invalid API caller registration.")),

	CODE_201(error(201, "Race not found.")),

	CODE_301(error(301, "Event not found.")),

	/** A code that is on no list. */
	CODE_UNKNOWN(error(9973, "Something that nobody has seen before.")),

	/** The error is a string and no object. */
	ERROR_AS_STRING((call) -> Reply.of(200, "application/json", "{\"error\":\"Something went wrong.\"}")),

	/** The error comes as a list of details. */
	ERROR_AS_DETAILS((call) -> Reply.of(200, "application/json",
			"{\"details\":[{\"code\":3,\"message\":\"Something is missing.\"}]}")),

	/** The CDN gave up; never applied. */
	BAD_GATEWAY((call) -> Reply.html(502, "Bad gateway")),

	/** The CDN never reached RunSignup; never applied. */
	CONNECTION_TIMED_OUT((call) -> Reply.html(522, "Connection timed out")),

	/** The CDN did not wait for RunSignup, which applied it. */
	TIMEOUT((call) -> {
		call.answer();
		return Reply.html(524, "A timeout occurred");
	}),

	/** HTTP 200 and nothing more. */
	EMPTY((call) -> Reply.of(200, "application/json", "")),

	/** HTTP 200 and a page for people. */
	GARBAGE((call) -> Reply.html(200, "RunSignup is having a rest")),

	/** Sends the caller elsewhere. */
	REDIRECT((call) -> Reply.html(302, "Found").with("Location", "/sandbox/runsignup/elsewhere")),

	/** Applied; the answer is cut after its first half. */
	CUT_SHORT((call) -> call.answer().cutShort()),

	/** Applied; the answer says to be something else. */
	WRONG_CONTENT_TYPE((call) -> call.answer().with("Content-Type", "text/html; charset=utf-16")),

	/**
	 * Applied; XML begins with the declarations that some of RunSignup's answers have.
	 */
	DOCTYPE((call) -> Documents.declared(call.answer())),

	/** Applied; the last item is not answered. */
	PARTIAL((call) -> call.answer(Documents::dropLast)),

	/** Applied; the first item is answered as somebody else's. */
	WRONG_ITEM((call) -> call.answer(Documents::renameFirst)),

	/** Applied; the first item is answered twice. */
	ANSWERED_TWICE((call) -> call.answer(Documents::repeatFirst)),

	/** Applied; the times are answered a second longer. */
	OTHER_TIME((call) -> call.answer(Documents::addASecond)),

	/** Applied; numbers are answered as strings. */
	NUMBERS_AS_STRINGS((call) -> call.answer(Documents::quoteNumbers)),

	/** Applied; the answer has fields that nobody knows. */
	UNKNOWN_FIELDS((call) -> call.answer(Documents::addFields)),

	/** Applied; a gigabyte of spaces comes before the answer. */
	GIGANTIC((call) -> call.answer().padded(1L << 30)),

	/** One item breaks a rule, and the batch fails whole. */
	BAD_ITEM((call) -> call.answerWithBadItem(false)),

	/** One item breaks a rule and is dropped without a word. */
	BAD_ITEM_DROPPED((call) -> call.answerWithBadItem(true));

	/** Longer than any caller should wait. */
	public static final Duration LONGEST = Duration.ofMinutes(2);

	private final Duration usual;

	private final Function<Exchange, Reply> happening;

	Fault(Function<Exchange, Reply> happening) {
		this(0, happening);
	}

	Fault(int usualSeconds, Function<Exchange, Reply> happening) {
		this.usual = Duration.ofSeconds(usualSeconds);
		this.happening = happening;
	}

	private static Function<Exchange, Reply> error(int code, String message) {
		return (call) -> call.error(200, code, message);
	}

	/** Lets it happen to a call. */
	public Reply happen(Exchange call) {
		return this.happening.apply(call);
	}

	/** Its name in forms and addresses, such as {@code applied-late}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** How long it takes unless somebody says otherwise; zero if it takes no time. */
	public Duration usual() {
		return this.usual;
	}

}
