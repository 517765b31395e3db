package io.selftimed.runsignup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A socket that stands for RunSignup: keeps each request letter by letter, and answers
 * what it is told. Several requests at once are fine.
 */
public final class RawRemote implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

	private final ServerSocket server;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private volatile Script script = (request) -> "HTTP/1.1 500 No script\r\nContent-Length: 0\r\n\r\n";

	/** Listens on a port of its own. */
	public RawRemote() {
		try {
			this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofPlatform().daemon().start(this::accept);
	}

	/** The address to name in settings. */
	public String address() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	/** Says what is answered from now on. */
	public void answers(Script next) {
		this.script = next;
	}

	/** The requests so far, headers and body. */
	public List<String> requests() {
		return this.requests;
	}

	/** The requests whose first line contains a text. */
	public List<String> requests(String path) {
		return this.requests.stream()
			.filter((request) -> request.lines().findFirst().orElse("").contains(path))
			.toList();
	}

	/** A whole answer in JSON. */
	public static String json(int status, String body) {
		return "HTTP/1.1 " + status + " So\r\nContent-Type: application/json\r\nContent-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.sockets.add(socket);
				Thread.ofVirtual().start(() -> serve(socket));
			}
			catch (IOException ex) {
				// Closed: the test is over.
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			OutputStream out = socket.getOutputStream();
			for (String request = read(socket.getInputStream()); request != null; request = read(
					socket.getInputStream())) {
				this.requests.add(request);
				out.write(this.script.answer(request).getBytes(StandardCharsets.UTF_8));
				out.flush();
			}
		}
		catch (IOException | InterruptedException ex) {
			// The client hung up or the test is over.
		}
	}

	private static @Nullable String read(InputStream in) throws IOException {
		StringBuilder text = new StringBuilder();
		while (!text.toString().endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			text.append((char) next);
		}
		Matcher length = LENGTH.matcher(text);
		if (length.find()) {
			text.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8));
		}
		return text.toString();
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket socket : this.sockets) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is answered to a request.
	 */
	public interface Script {

		/** The whole answer; throws to hang up. */
		String answer(String request) throws IOException, InterruptedException;

	}

}
