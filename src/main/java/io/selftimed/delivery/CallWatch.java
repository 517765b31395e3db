package io.selftimed.delivery;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.selftimed.runsignup.UserResultsAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells operators of each call: in the histogram {@code selftimed.runsignup.call}, by
 * outcome, and in a line that names ids and no runner. RunSignup's words stay out of it.
 */
@Component
class CallWatch {

	private static final Logger logger = LoggerFactory.getLogger(CallWatch.class);

	private final MeterRegistry meters;

	CallWatch(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Tells of a call.
	 * @param claim what it carried
	 * @param answer what came of it
	 * @param took how long it took
	 */
	void saw(Claim claim, UserResultsAnswer answer, Duration took) {
		String outcome = outcome(answer);
		Timer.builder("selftimed.runsignup.call")
			.description("Calls that post results at RunSignup")
			.tag("outcome", kind(outcome))
			.publishPercentileHistogram()
			.register(this.meters)
			.record(took);
		if (answer instanceof UserResultsAnswer.Received received) {
			logger.info("Event {}: RunSignup received {} of {} results in {} ms", claim.eventId(),
					received.items().stream().filter((item) -> item.isPresent()).count(), claim.items().size(),
					took.toMillis());
		}
		else {
			logger.warn("Event {}: a call with {} results ended as {} after {} ms", claim.eventId(),
					claim.items().size(), outcome, took.toMillis());
		}
	}

	/** Without the code: RunSignup decides how many of those there are. */
	private static String kind(String outcome) {
		int code = outcome.indexOf(" (code");
		return (code < 0) ? outcome : outcome.substring(0, code);
	}

	private static String outcome(UserResultsAnswer answer) {
		return switch (answer) {
			case UserResultsAnswer.Received received -> "received";
			case UserResultsAnswer.Refused(int code, var message) -> "refused (code " + code + ")";
			case UserResultsAnswer.CredentialBad bad -> "credential";
			case UserResultsAnswer.SetUpWrongly(int code, var message) -> "set-up (code " + code + ")";
			case UserResultsAnswer.Misspoken(int code, var message) -> "misspoken (code " + code + ")";
			case UserResultsAnswer.Throttled throttled -> "throttled";
			case UserResultsAnswer.Unavailable unavailable -> "unavailable";
			case UserResultsAnswer.NeverSent never -> "never-sent";
			case UserResultsAnswer.Unknown unknown -> "unknown";
		};
	}

}
