package io.selftimed.sandbox.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back over the wire, and how: a value, so that a fault can be tried without a
 * network.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 * @param silence how long nothing comes before
 * @param drip the time over which the body comes byte by byte, zero for at once
 * @param padding how many spaces come before the body
 * @param ending how it ends
 */
public record Reply(int status, Map<String, String> headers, String body, Duration silence, Duration drip, long padding,
		Ending ending) {

	/**
	 * How a reply ends.
	 */
	public enum Ending {

		/** As it should. */
		WHOLE,

		/** The connection is cut after half of the body. */
		CUT_SHORT,

		/** The connection is cut before anything is said. */
		SILENT

	}

	/** A reply that comes at once and whole. */
	public static Reply of(int status, String contentType, String body) {
		return new Reply(status, Map.of("Content-Type", contentType), body, Duration.ZERO, Duration.ZERO, 0,
				Ending.WHOLE);
	}

	/** The page of a server in front. */
	public static Reply html(int status, String words) {
		return of(status, "text/html; charset=utf-8", "<!DOCTYPE html><html><head><title>" + words
				+ "</title></head><body><h1>" + words + "</h1></body></html>");
	}

	/** A connection that is cut without a word. */
	public static Reply cut() {
		return new Reply(0, Map.of(), "", Duration.ZERO, Duration.ZERO, 0, Ending.SILENT);
	}

	/** The same after a while of silence. */
	public Reply after(Duration silence) {
		return new Reply(this.status, this.headers, this.body, silence, this.drip, this.padding, this.ending);
	}

	/** The same byte by byte. */
	public Reply dripping(Duration drip) {
		return new Reply(this.status, this.headers, this.body, this.silence, drip, this.padding, this.ending);
	}

	/** The same after many spaces. */
	public Reply padded(long padding) {
		return new Reply(this.status, this.headers, this.body, this.silence, this.drip, padding, this.ending);
	}

	/** The first half of the same. */
	public Reply cutShort() {
		return new Reply(this.status, this.headers, this.body, this.silence, this.drip, this.padding, Ending.CUT_SHORT);
	}

	/** The same with another body. */
	public Reply saying(String body) {
		return new Reply(this.status, this.headers, body, this.silence, this.drip, this.padding, this.ending);
	}

	/** The same with a header. */
	public Reply with(String header, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(header, value);
		return new Reply(this.status, headers, this.body, this.silence, this.drip, this.padding, this.ending);
	}

	/** Whether it can be sent without waiting for anything. */
	public boolean isImmediate() {
		return this.silence.isZero() && this.drip.isZero() && this.padding == 0 && this.ending == Ending.WHOLE;
	}

}
