package io.selftimed.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A real SMTP server in a few lines: keeps what it is given, and may be away, or take a
 * mail and die before it says so.
 */
final class MailHost implements AutoCloseable {

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final int port;

	private ServerSocket server;

	private Thread doorman;

	private volatile boolean diesAfterData;

	private volatile CountDownLatch thinking = new CountDownLatch(0);

	private volatile String greeting = "220 mail.example.org";

	MailHost() {
		this.server = listen(0);
		this.port = this.server.getLocalPort();
	}

	int port() {
		return this.port;
	}

	/** What it was given, in the order of arrival. */
	List<Received> received() {
		return this.received;
	}

	/** From now on nobody is answered: an accept under way may let one more in. */
	void goesAway() {
		close();
		try {
			this.doorman.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void comesBack() {
		this.server = listen(this.port);
	}

	/** From now on, or not any more. */
	void diesAfterData(boolean dies) {
		this.diesAfterData = dies;
	}

	/** Has each mail that comes, and does not say so until the latch opens. */
	void thinksUntil(CountDownLatch latch) {
		this.thinking = latch;
	}

	/** Turns everybody away with these words. */
	void turnsAway(String words) {
		this.greeting = words;
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ServerSocket listen(int at) {
		try {
			ServerSocket socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
			this.doorman = Thread.ofVirtual().start(() -> accept(socket));
			return socket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try (Socket client = socket.accept()) {
				serve(client);
			}
			catch (IOException ex) {
				// The client is gone, or this server is.
			}
		}
	}

	private void serve(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
		OutputStream out = client.getOutputStream();
		say(out, this.greeting);
		String recipient = "";
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.startsWith("RCPT TO:")) {
				recipient = line.substring("RCPT TO:<".length(), line.length() - 1);
			}
			if (line.equals("DATA")) {
				say(out, "354 go on");
				this.received.add(new Received(recipient, data(in)));
				await(this.thinking);
				if (this.diesAfterData) {
					return;
				}
			}
			say(out, line.equals("QUIT") ? "221 bye" : "250 yes");
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String data(BufferedReader in) throws IOException {
		StringBuilder data = new StringBuilder();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			data.append(line).append('\n');
		}
		return data.toString();
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	/**
	 * A mail as it came.
	 *
	 * @param recipient whom it is for
	 * @param data headers and text
	 */
	record Received(String recipient, String data) {

		/** A header, empty if there is none. */
		String header(String name) {
			return this.data.lines()
				.takeWhile((line) -> !line.isEmpty())
				.filter((line) -> line.startsWith(name + ": "))
				.map((line) -> line.substring(name.length() + 2))
				.findFirst()
				.orElse("");
		}

	}

}
