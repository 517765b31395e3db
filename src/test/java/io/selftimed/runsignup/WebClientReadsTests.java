package io.selftimed.runsignup;

import java.time.Duration;

import io.selftimed.runsignup.ReadAnswer.NotFound;
import io.selftimed.runsignup.ReadAnswer.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads, and what may stand in their way.
 */
class WebClientReadsTests {

	private final RawRemote remote = new RawRemote();

	private final ClientTo client = new ClientTo(this.remote.address(), ClientTo.API_V2, Format.JSON,
			Duration.ofMillis(800));

	@AfterEach
	void stop() {
		this.client.close();
		this.remote.close();
	}

	private NotFound<RemoteRace> refused() {
		return (NotFound<RemoteRace>) this.client.reads().race(4100);
	}

	@ParameterizedTest
	@CsvSource({ "6,CREDENTIAL_BAD", "7,CREDENTIAL_BAD", "17,CREDENTIAL_BAD", "201,SET_UP_WRONGLY", "3,REFUSED",
			"9973,REFUSED", "1,MISSPOKEN", "14,THROTTLED", "5,UNAVAILABLE" })
	void aRefusalIsNamedAndComesWithRunSignupsWords(int code, Why why) {
		this.remote.answers((request) -> RawRemote.json(200,
				"{\"error\":{\"error_code\":%d,\"error_msg\":\"So it is.\"}}".formatted(code)));
		assertThat(refused()).isEqualTo(new NotFound<RemoteRace>(why, code, null, "So it is."));
	}

	@Test
	void throttlingSaysHowLongToWait() {
		this.remote.answers((request) -> "HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");
		assertThat(refused()).extracting(NotFound::why, NotFound::retryAfter)
			.containsExactly(Why.THROTTLED, Duration.ofSeconds(7));
	}

	@Test
	void aReadThatIsLostShutsTheLaneForAWhile() {
		this.remote.answers((request) -> {
			throw new InterruptedException();
		});
		assertThat(refused().why()).isEqualTo(Why.UNAVAILABLE);
		assertThat(this.client.lane.staysShut()).isTrue();
	}

	@Test
	void anAnswerWithoutWhatWasAskedForIsUnavailable() {
		this.remote.answers((request) -> RawRemote.json(200, "{\"virtual_results\":[]}"));
		assertThat(refused().message()).isEqualTo("HTTP status 200 without what was asked for");
		assertThat(this.client.lane.staysShut()).isFalse();
	}

	@Test
	void whileBothLanesAreTakenRunSignupIsBusy() {
		RunSignupReads reads = this.client
			.reads(new ReadLanes(new FreeTurns(() -> false, this.client.lane), System::nanoTime, (pause) -> {
				throw new InterruptedException();
			}));
		assertThat(((NotFound<RemoteRace>) reads.race(4100)).why()).isEqualTo(Why.BUSY);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.remote.requests()).isEmpty();
	}

}
