package io.selftimed.runsignup;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Every exchange with RunSignup: one request and one answer of 2 MB at most within a hard
 * deadline. Nothing is repeated or followed. A credential joins the address below
 * {@link WebClient}, so that neither its log lines nor its exceptions can show it.
 */
@Component
class Calls implements DisposableBean {

	/** The most bytes of an answer, packed and unpacked. */
	static final int LARGEST_ANSWER = 2 * 1024 * 1024;

	private static final Duration SHORT = Duration.ofSeconds(10);

	private final RunSignupAddress address;

	private final Duration deadline;

	private final ConnectionProvider connections;

	private final ClientHttpConnector connector;

	Calls(RunSignupAddress address, RunSignupSettings settings) {
		this.address = address;
		this.deadline = settings.callDeadline();
		this.connections = ConnectionProvider.builder("runsignup")
			.maxConnections(2)
			.maxIdleTime(Duration.ofSeconds(5))
			.pendingAcquireTimeout(connectTimeout())
			.build();
		this.connector = new ReactorClientHttpConnector(HttpClient.create(this.connections)
			.disableRetry(true)
			.followRedirect(false)
			.compress(false)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout().toMillis()))
			.doOnRequest(Calls::leave));
	}

	@Override
	public void destroy() {
		this.connections.dispose();
	}

	/** How long a call lasts at most. */
	Duration deadline() {
		return this.deadline;
	}

	/**
	 * How long a call lasts at most that is not worth waiting for: 10 seconds or less.
	 */
	Duration shortDeadline() {
		return shorter(this.deadline, SHORT);
	}

	/**
	 * Makes a call.
	 * @param lane the right to this call; stays shut if nobody knows what became of it
	 * @param call the request
	 * @param passport what the call shows
	 * @param within how long it may last
	 */
	Reply make(LeasedLane lane, Call call, Passport passport, Duration within) {
		String base = this.address.base().orElse(null);
		if (base == null) {
			return new Reply.NotMade("the simulator does not listen yet");
		}
		if (!lane.hasTimeFor(within)) {
			return new Reply.NotMade("too little of the lane's lease was left");
		}
		Reply reply = exchange(request(URI.create(base + call.path()), call, passport), passport, within);
		if (reply instanceof Reply.Lost || (reply instanceof Reply.Whole whole && whole.leavesOpen())) {
			lane.stayShut();
		}
		return reply;
	}

	private WebClient.RequestHeadersSpec<?> request(URI uri, Call call, Passport passport) {
		ClientHttpConnector carrying = (method, plain, callback) -> this.connector.connect(method, passport.onto(plain),
				callback);
		WebClient.RequestBodySpec request = WebClient.builder()
			.clientConnector(carrying)
			.build()
			.method(call.method())
			.uri(uri)
			.header(HttpHeaders.USER_AGENT, "Selftimed")
			.header(HttpHeaders.ACCEPT_ENCODING, AnswerBytes.ENCODING)
			.headers((headers) -> passport.headers().forEach(headers::set))
			.accept(call.format().mediaType());
		return (call.form() == null) ? request : request.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(call.form().getBytes(StandardCharsets.US_ASCII));
	}

	private Reply exchange(WebClient.RequestHeadersSpec<?> request, Passport passport, Duration within) {
		Departure departure = new Departure();
		try {
			return request.exchangeToMono(Calls::whole)
				.timeout(within)
				.contextWrite((context) -> context.put(Departure.class, departure))
				.blockOptional()
				.map((whole) -> reply(whole, passport))
				.orElseGet(() -> new Reply.Lost("no answer in the exchange"));
		}
		catch (RuntimeException ex) {
			return failure(ex, departure.giveUp());
		}
	}

	private static Mono<WholeAnswer> whole(ClientResponse response) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		Flux<DataBuffer> body = response.body(BodyExtractors.toDataBuffers());
		return DataBufferUtils.join(body, LARGEST_ANSWER)
			.map(Calls::bytes)
			.defaultIfEmpty(new byte[0])
			.map((bytes) -> new WholeAnswer(response.statusCode().value(), headers.getFirst(HttpHeaders.RETRY_AFTER),
					bytes));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static Reply reply(WholeAnswer answer, Passport passport) {
		return AnswerBytes.unpacked(answer.body(), LARGEST_ANSWER)
			.<Reply>map(
					(body) -> new Reply.Whole(answer.status(), answer.retryAfter(), AnswerDocument.of(body, passport)))
			.orElseGet(Calls::tooLarge);
	}

	private static Reply tooLarge() {
		return new Reply.TooLarge("an answer of more than 2 MB");
	}

	private static Reply failure(RuntimeException ex, boolean neverLeft) {
		if (caused(ex, DataBufferLimitException.class)) {
			return tooLarge();
		}
		if (neverLeft) {
			return new Reply.NotMade(whyNotMade(ex));
		}
		return new Reply.Lost(caused(ex, TimeoutException.class) ? "no whole answer within the call's deadline"
				: "the connection ended before a whole answer");
	}

	private static String whyNotMade(RuntimeException ex) {
		if (caused(ex, UnknownHostException.class)) {
			return "the host is unknown";
		}
		if (caused(ex, SSLException.class)) {
			return "no secure connection could be made";
		}
		return caused(ex, ConnectException.class) ? "the connection was refused or not made in time"
				: "no connection could be made";
	}

	private static boolean caused(Throwable thrown, Class<? extends Throwable> type) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	private static void leave(HttpClientRequest request, Connection connection) {
		Departure departure = request.currentContextView().get(Departure.class);
		if (!departure.leave()) {
			connection.dispose();
		}
	}

	private Duration connectTimeout() {
		return shorter(this.deadline.dividedBy(2).plusMillis(1), SHORT);
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	/**
	 * An answer as it came.
	 */
	private record WholeAnswer(int status, @Nullable String retryAfter, byte[] body) {
	}

}
