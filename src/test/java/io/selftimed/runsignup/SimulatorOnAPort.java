package io.selftimed.runsignup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

import io.selftimed.sandbox.SimulatorAlone;
import io.selftimed.sandbox.api.Traffic;
import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.FaultBoard;
import io.selftimed.sandbox.fault.SetFault;
import org.awaitility.Awaitility;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * The simulator as somebody else would start it, on a port of its own.
 */
final class SimulatorOnAPort implements AutoCloseable {

	private final ServletWebServerApplicationContext context;

	SimulatorOnAPort(Path folder) {
		this.context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(SimulatorAlone.class)
			.profiles("simulator")
			.run("--server.port=0", "--server.address=127.0.0.1", "--selftimed.data-dir=" + folder,
					"--server.shutdown=immediate", "--logging.level.root=warn");
	}

	private int port() {
		return this.context.getWebServer().getPort();
	}

	String address() {
		return "http://127.0.0.1:" + port() + "/sandbox/runsignup";
	}

	/** One of its parts, to turn it as the console does. */
	<T> T part(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The next call meets this; what takes time takes this long. */
	void nextCallMeets(Fault fault, Duration patience) {
		this.context.getBean(FaultBoard.class).set(new SetFault(fault, 1, null, patience, null, null));
	}

	/** Waits until no call is in it any more: one whose caller has gone lasts on. */
	void comesToRest() {
		Traffic traffic = this.context.getBean(Traffic.class);
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(() -> {
			traffic.clear();
			return traffic.highest() == 0;
		});
	}

	/** Sends a request as it stands and reads the answer's body. */
	String replay(String request) throws IOException {
		String here = request.replace("\r\nhost: remote\r\n", "\r\nhost: 127.0.0.1:" + port() + "\r\n")
			.replaceFirst(" /rest/", " /sandbox/runsignup/rest/");
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(here.getBytes(StandardCharsets.UTF_8));
			InputStream in = socket.getInputStream();
			String status = line(in);
			if (!status.startsWith("HTTP/1.1 200")) {
				throw new IOException(status);
			}
			int length = -1;
			for (String header = line(in); !header.isEmpty(); header = line(in)) {
				if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
					length = Integer.parseInt(header.substring(15).strip());
				}
			}
			return new String((length >= 0) ? in.readNBytes(length) : chunks(in), StandardCharsets.UTF_8);
		}
	}

	private static byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = HexFormat.fromHexDigits(line(in)); size > 0; size = HexFormat.fromHexDigits(line(in))) {
			body.write(in.readNBytes(size));
			line(in);
		}
		return body.toByteArray();
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("the answer ended early: " + line);
			}
			line.append((char) next);
		}
		return line.toString().stripTrailing();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
