package io.selftimed.runsignup;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Calls RunSignup through WebClient: two connections at most, a deadline on the whole
 * exchange, no redirects, nothing repeated. Neither address nor exception text leaves
 * this class, for the address holds the key.
 */
@Component
class WebClientRunSignup implements RunSignup {

	private static final int LARGEST_ANSWER = 2 * 1024 * 1024;

	private final WebClient client;

	private final RunSignupAddress address;

	private final Credentials credentials;

	private final Duration deadline;

	private final InstantSource time;

	WebClientRunSignup(RunSignupSettings settings, RunSignupAddress address, Credentials credentials,
			InstantSource time) {
		this.address = address;
		this.credentials = credentials;
		this.deadline = settings.callDeadline();
		this.time = time;
		this.client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(http(this.deadline)))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
			.build();
	}

	private static HttpClient http(Duration deadline) {
		ConnectionProvider connections = ConnectionProvider.builder("runsignup")
			.maxConnections(2)
			.maxIdleTime(Duration.ofSeconds(20))
			.build();
		long connect = Math.max(50, Math.min(10_000, deadline.toMillis() / 2));
		return HttpClient.create(connections)
			.disableRetry(true)
			.followRedirect(false)
			.compress(false)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connect);
	}

	@Override
	public UserResultsAnswer postUserResults(Lane lane, UserResults results) {
		if (!this.credentials.present()) {
			return new UserResultsAnswer.CredentialBad(null, "No credential for RunSignup is set.");
		}
		if (lane instanceof LeasedLane leased && !leased.hasTimeFor(this.deadline)) {
			return new UserResultsAnswer.NeverSent("The turn at RunSignup ran out before the call began.");
		}
		UserResultsAnswer answer = call(results);
		if (answer instanceof UserResultsAnswer.Unknown && lane instanceof LeasedLane leased) {
			leased.keepShut();
		}
		return answer;
	}

	private UserResultsAnswer call(UserResults results) {
		Mono<UserResultsAnswer> exchange = this.client.post()
			.uri(uri(results.raceId()))
			.headers(this.credentials::addTo)
			.body(form(results))
			.exchangeToMono((response) -> read(results, response))
			.timeout(this.deadline)
			.onErrorResume(Exception.class, (ex) -> Mono.just(failed(ex)));
		UserResultsAnswer answer = exchange.block();
		return (answer != null) ? answer : new UserResultsAnswer.Unknown("RunSignup's answer was cut off.");
	}

	private java.net.URI uri(long raceId) {
		UriComponentsBuilder uri = UriComponentsBuilder
			.fromUriString(this.address.base() + "/rest/race/" + raceId + "/results/user-results")
			.queryParam("format", "json");
		this.credentials.query().keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
		return uri.encode().buildAndExpand(this.credentials.query()).toUri();
	}

	private static BodyInserters.FormInserter<String> form(UserResults results) {
		BodyInserters.FormInserter<String> form = BodyInserters.fromFormData("race_id", "" + results.raceId())
			.with("event_id", "" + results.eventId());
		if (results.individualResultSetId() != null) {
			form = form.with("individual_result_set_id", "" + results.individualResultSetId());
		}
		return form.with("request_format", "json").with("request", UserResultsDocument.json(results));
	}

	private Mono<UserResultsAnswer> read(UserResults results, ClientResponse response) {
		int status = response.statusCode().value();
		@Nullable String retryAfter = response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.map((body) -> UserResultsReader.read(results, status, retryAfter, body, this.time.instant()));
	}

	/** What an exception of the exchange means; its text is never repeated. */
	private static UserResultsAnswer failed(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataBufferLimitException) {
				return new UserResultsAnswer.Unavailable(null, "RunSignup's answer was larger than 2 MB.");
			}
			if (cause instanceof TimeoutException) {
				return new UserResultsAnswer.Unknown("RunSignup did not answer in time.");
			}
			if (cause instanceof UnknownHostException) {
				return new UserResultsAnswer.NeverSent("RunSignup's name could not be found.");
			}
			if (cause instanceof ConnectException) {
				return new UserResultsAnswer.NeverSent("RunSignup could not be reached.");
			}
			if (cause instanceof SSLException) {
				return new UserResultsAnswer.NeverSent("No trusted connection to RunSignup could be made.");
			}
		}
		return new UserResultsAnswer.Unknown("The connection to RunSignup broke during the call.");
	}

}
