package io.selftimed.sandbox.api;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

import io.selftimed.sandbox.fault.Reply;
import io.selftimed.sandbox.fault.Reply.Ending;
import jakarta.servlet.http.HttpServletResponse;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Puts a reply on the wire. The call counts as over just before its caller can know.
 */
final class ReplySender {

	private static final byte[] SPACES = new byte[1 << 16];

	static {
		Arrays.fill(SPACES, (byte) ' ');
	}

	private final HttpServletResponse response;

	private final Runnable end;

	/**
	 * A sender.
	 * @param response where to
	 * @param end to be called when the call is over
	 */
	ReplySender(HttpServletResponse response, Runnable end) {
		this.response = response;
		this.end = end;
	}

	/**
	 * Sends a reply.
	 * @return whether the connection may live on
	 */
	boolean send(Reply reply) throws IOException {
		if (reply.ending() == Ending.SILENT) {
			this.end.run();
			return false;
		}
		byte[] body = reply.body().getBytes(UTF_8);
		this.response.setStatus(reply.status());
		reply.headers().forEach(this.response::setHeader);
		this.response.setContentLengthLong(reply.padding() + body.length);
		if (reply.ending() == Ending.CUT_SHORT) {
			this.response.getOutputStream().write(body, 0, body.length / 2);
			this.response.flushBuffer();
			this.end.run();
			return false;
		}
		pad(reply.padding());
		return reply.drip().isZero() ? whole(body) : dripping(body, reply.drip());
	}

	private void pad(long padding) throws IOException {
		OutputStream out = this.response.getOutputStream();
		for (long left = padding; left > 0; left -= SPACES.length) {
			out.write(SPACES, 0, (int) Math.min(left, SPACES.length));
		}
	}

	private boolean whole(byte[] body) throws IOException {
		this.end.run();
		this.response.getOutputStream().write(body);
		return true;
	}

	private boolean dripping(byte[] body, Duration drip) throws IOException {
		Duration pause = drip.dividedBy(Math.max(1, body.length));
		OutputStream out = this.response.getOutputStream();
		for (int index = 0; index < body.length; index++) {
			if (!Patience.pause(pause)) {
				return false;
			}
			if (index == body.length - 1) {
				this.end.run();
			}
			out.write(body[index]);
			out.flush();
		}
		return true;
	}

}
