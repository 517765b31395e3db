package io.selftimed.runsignup;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.netty.channel.ChannelOption;
import io.selftimed.StartRefusal;
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
 * RunSignup over HTTP. The credential joins the address below {@link WebClient}, so that
 * neither its log lines nor its exceptions can show it.
 */
@Component
class WebClientRunSignup implements RunSignup, DisposableBean {

	private static final int LARGEST_ANSWER = 2 * 1024 * 1024;

	private final RunSignupAddress address;

	private final Duration callDeadline;

	private final Passports passports;

	private final UserResultsDocument document = new UserResultsDocument();

	private final UserResultsReader reader;

	private final ConnectionProvider connections;

	private final ClientHttpConnector connector;

	WebClientRunSignup(RunSignupAddress address, RunSignupSettings settings, Passports passports, InstantSource time) {
		if (!settings.format().equals("json")) {
			throw new StartRefusal(
					"selftimed.runsignup.format is not json, and no other format is supported yet: set it to json.");
		}
		this.address = address;
		this.callDeadline = settings.callDeadline();
		this.passports = passports;
		this.reader = new UserResultsReader(time);
		this.connections = ConnectionProvider.builder("runsignup")
			.maxConnections(2)
			.maxIdleTime(Duration.ofSeconds(5))
			.pendingAcquireTimeout(connectTimeout())
			.build();
		this.connector = connector();
	}

	@Override
	public void destroy() {
		this.connections.dispose();
	}

	@Override
	public UserResultsAnswer postUserResults(Lane lane, UserResults results) {
		if (!(lane instanceof LeasedLane leased)) {
			throw new IllegalArgumentException("a lane that is none of RunSignup's");
		}
		return switch (this.passports.issue(results.raceId(), leased)) {
			case Issued.Ready ready -> mended(postUserResults(leased, results, ready.passport()), ready, leased);
			case Issued.Missing(String why) -> new UserResultsAnswer.CredentialBad(null, why);
			case Issued.Later(String why) -> new UserResultsAnswer.NeverSent(why);
		};
	}

	/** Tokens that were refused and could be renewed are tried again by the next call. */
	private UserResultsAnswer mended(UserResultsAnswer answer, Issued.Ready ready, LeasedLane lane) {
		boolean tokensRefused = answer instanceof UserResultsAnswer.CredentialBad(Integer code, var message)
				&& code != null && (code == 6 || code == 13);
		return (tokensRefused && this.passports.mend(ready, lane))
				? new UserResultsAnswer.Unavailable(6, "The access token had ended and is renewed.") : answer;
	}

	private UserResultsAnswer postUserResults(LeasedLane leased, UserResults results, Passport passport) {
		Optional<String> base = this.address.base();
		if (base.isEmpty()) {
			return new UserResultsAnswer.NeverSent("the simulator does not listen yet");
		}
		if (!leased.hasTimeFor(this.callDeadline)) {
			return new UserResultsAnswer.NeverSent("too little of the lane's lease was left");
		}
		UserResultsAnswer answer = exchange(post(base.get(), results, passport), results, passport);
		if (answer instanceof UserResultsAnswer.Unknown) {
			leased.stayShut();
		}
		return answer;
	}

	private WebClient.RequestHeadersSpec<?> post(String base, UserResults results, Passport passport) {
		URI uri = URI.create(base + "/rest/race/" + results.raceId() + "/results/user-results?format=json");
		ClientHttpConnector carrying = (method, plain, callback) -> this.connector.connect(method, passport.onto(plain),
				callback);
		return WebClient.builder()
			.clientConnector(carrying)
			.build()
			.post()
			.uri(uri)
			.headers((headers) -> passport.headers().forEach(headers::set))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.accept(MediaType.APPLICATION_JSON)
			.bodyValue(form(results).getBytes(StandardCharsets.US_ASCII));
	}

	private String form(UserResults results) {
		Long set = results.individualResultSetId();
		return "race_id=" + results.raceId() + "&event_id=" + results.eventId()
				+ ((set != null) ? "&individual_result_set_id=" + set : "") + "&request_format=json&request="
				+ URLEncoder.encode(this.document.write(results.results()), StandardCharsets.UTF_8);
	}

	private UserResultsAnswer exchange(WebClient.RequestHeadersSpec<?> request, UserResults results,
			Passport passport) {
		Departure departure = new Departure();
		try {
			return request.exchangeToMono((response) -> read(response, results, passport))
				.timeout(this.callDeadline)
				.contextWrite((context) -> context.put(Departure.class, departure))
				.blockOptional()
				.orElseGet(() -> new UserResultsAnswer.Unavailable(null, "no answer in the exchange"));
		}
		catch (RuntimeException ex) {
			return failure(ex, departure.giveUp());
		}
	}

	private Mono<UserResultsAnswer> read(ClientResponse response, UserResults results, Passport passport) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		Flux<DataBuffer> body = response.body(BodyExtractors.toDataBuffers());
		return DataBufferUtils.join(body, LARGEST_ANSWER)
			.map(WebClientRunSignup::bytes)
			.defaultIfEmpty(new byte[0])
			.map((bytes) -> this.reader.read(results.results(), response.statusCode().value(),
					headers.getFirst(HttpHeaders.RETRY_AFTER), passport.masked(bytes)));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static UserResultsAnswer failure(RuntimeException ex, boolean neverLeft) {
		if (caused(ex, DataBufferLimitException.class)) {
			return new UserResultsAnswer.Unavailable(null, "an answer of more than 2 MB");
		}
		if (neverLeft) {
			return new UserResultsAnswer.NeverSent(whyNotSent(ex));
		}
		return new UserResultsAnswer.Unknown(caused(ex, TimeoutException.class)
				? "no whole answer within the call's deadline" : "the connection ended before a whole answer");
	}

	private static String whyNotSent(RuntimeException ex) {
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

	private ClientHttpConnector connector() {
		HttpClient http = HttpClient.create(this.connections)
			.disableRetry(true)
			.followRedirect(false)
			.compress(false)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout().toMillis()))
			.doOnRequest(WebClientRunSignup::leave);
		return new ReactorClientHttpConnector(http);
	}

	private static void leave(HttpClientRequest request, Connection connection) {
		Departure departure = request.currentContextView().get(Departure.class);
		if (!departure.leave()) {
			connection.dispose();
		}
	}

	private Duration connectTimeout() {
		Duration half = this.callDeadline.dividedBy(2).plusMillis(1);
		Duration most = Duration.ofSeconds(10);
		return (half.compareTo(most) < 0) ? half : most;
	}

}
