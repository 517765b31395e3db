package io.selftimed.runsignup;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The small exchanges around credentials: one request and one short answer within a
 * deadline. Nothing is repeated or followed, and a lane stays shut if nobody knows
 * whether the request arrived. As with results, secrets join below {@link WebClient}.
 */
@Component
class SmallCalls implements DisposableBean {

	private static final int LARGEST_ANSWER = 256 * 1024;

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private final RunSignupAddress address;

	private final Duration deadline;

	private final ConnectionProvider connections;

	private final ClientHttpConnector connector;

	SmallCalls(RunSignupAddress address, RunSignupSettings settings) {
		this.address = address;
		this.deadline = shorter(settings.callDeadline(), LONGEST);
		this.connections = ConnectionProvider.builder("runsignup-small")
			.maxConnections(2)
			.maxIdleTime(Duration.ofSeconds(5))
			.pendingAcquireTimeout(this.deadline)
			.build();
		this.connector = new ReactorClientHttpConnector(HttpClient.create(this.connections)
			.disableRetry(true)
			.followRedirect(false)
			.compress(false)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(this.deadline.toMillis()))
			.doOnRequest(SmallCalls::leave));
	}

	@Override
	public void destroy() {
		this.connections.dispose();
	}

	/** How long a call may last, at most 10 seconds. */
	Duration deadline() {
		return this.deadline;
	}

	/**
	 * Asks for something.
	 * @param lane the right to this call
	 * @param path the path below RunSignup's address, with its query
	 * @param passport what the call shows
	 */
	SmallAnswer get(LeasedLane lane, String path, Passport passport) {
		return exchange(lane, HttpMethod.GET, path, passport, null);
	}

	/**
	 * Posts a form.
	 * @param form the fields, encoded
	 */
	SmallAnswer post(LeasedLane lane, String path, Passport passport, String form) {
		return exchange(lane, HttpMethod.POST, path, passport, form);
	}

	private SmallAnswer exchange(LeasedLane lane, HttpMethod method, String path, Passport passport,
			@Nullable String form) {
		String base = this.address.base().orElse(null);
		if (base == null) {
			return new SmallAnswer.NotMade("the simulator does not listen yet");
		}
		if (!lane.hasTimeFor(this.deadline)) {
			return new SmallAnswer.NotMade("too little of the lane's lease was left");
		}
		SmallAnswer answer = exchange(request(method, URI.create(base + path), passport, form), passport);
		if (answer instanceof SmallAnswer.Lost) {
			lane.stayShut();
		}
		return answer;
	}

	private WebClient.RequestHeadersSpec<?> request(HttpMethod method, URI uri, Passport passport,
			@Nullable String form) {
		ClientHttpConnector carrying = (verb, plain, callback) -> this.connector.connect(verb, passport.onto(plain),
				callback);
		WebClient.RequestBodySpec request = WebClient.builder()
			.clientConnector(carrying)
			.build()
			.method(method)
			.uri(uri)
			.headers((headers) -> passport.headers().forEach(headers::set))
			.accept(MediaType.APPLICATION_JSON);
		return (form == null) ? request : request.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form.getBytes(StandardCharsets.US_ASCII));
	}

	private SmallAnswer exchange(WebClient.RequestHeadersSpec<?> request, Passport passport) {
		Departure departure = new Departure();
		try {
			return request.exchangeToMono((response) -> read(response, passport))
				.timeout(this.deadline)
				.contextWrite((context) -> context.put(Departure.class, departure))
				.blockOptional()
				.orElseGet(() -> new SmallAnswer.Lost("no answer in the exchange"));
		}
		catch (RuntimeException ex) {
			return failure(ex, departure.giveUp());
		}
	}

	private static SmallAnswer failure(RuntimeException ex, boolean neverLeft) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataBufferLimitException) {
				return new SmallAnswer.Complete(200, new byte[0]);
			}
		}
		return neverLeft ? new SmallAnswer.NotMade("no connection could be made")
				: new SmallAnswer.Lost("no whole answer came");
	}

	private static Mono<SmallAnswer> read(ClientResponse response, Passport passport) {
		Flux<DataBuffer> body = response.body(BodyExtractors.toDataBuffers());
		return DataBufferUtils.join(body, LARGEST_ANSWER)
			.map(SmallCalls::bytes)
			.defaultIfEmpty(new byte[0])
			.map((bytes) -> answer(response.statusCode().value(), passport.masked(bytes)));
	}

	/** A gateway that gave up does not know what became of the call. */
	private static SmallAnswer answer(int status, byte[] body) {
		return (status == 502 || status == 504 || status == 524) ? new SmallAnswer.Lost("HTTP status " + status)
				: new SmallAnswer.Complete(status, body);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static void leave(HttpClientRequest request, Connection connection) {
		Departure departure = request.currentContextView().get(Departure.class);
		if (!departure.leave()) {
			connection.dispose();
		}
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
