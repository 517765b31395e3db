package io.selftimed.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;
import org.jspecify.annotations.Nullable;

/**
 * Ways in which a call can end: what RunSignup does with it and what the caller hears.
 */
enum CallEnd {

	RECEIVED(Fate.APPLIED, DeliveryOffice::allReceived),

	RECEIVED_WITH_ANOTHER_TIME(Fate.APPLIED, (results) -> answered(results, results.results().size(), 100)),

	FIRST_RECEIVED(Fate.FIRST_APPLIED, (results) -> answered(results, 1, 0)),

	RECEIVED_BUT_ANSWERED_FOR_THE_FIRST_ONLY(Fate.APPLIED, (results) -> answered(results, 1, 0)),

	REFUSED(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.Refused(3, "Invalid parameters.")),

	IMPOSSIBLE(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.Refused(115, "Bib number is invalid.")),

	UNAVAILABLE(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.Unavailable(5, "Database error.")),

	NEVER_SENT(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.NeverSent("the connection was refused")),

	THROTTLED(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.Throttled(null, "Slow down.")),

	CREDENTIAL_BAD(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.CredentialBad(6, "Key authentication failed.")),

	NO_PERMISSION(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.CredentialBad(7, "Permission denied.")),

	UNKNOWN_EVENT(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.SetUpWrongly(301, "Event not found.")),

	MISSPOKEN(Fate.NOT_APPLIED, (results) -> new UserResultsAnswer.Misspoken(10, "Format not supported.")),

	CUT_AND_APPLIED(Fate.APPLIED, CallEnd::silence),

	CUT_AND_APPLIED_A_MINUTE_LATE(Fate.APPLIED_LATE, CallEnd::silence),

	CUT_AND_APPLIED_AT_THE_VERY_LAST(Fate.APPLIED_LAST, CallEnd::silence),

	CUT_AND_LOST(Fate.NOT_APPLIED, CallEnd::silence);

	private final Fate fate;

	private final Function<UserResults, UserResultsAnswer> answer;

	CallEnd(Fate fate, Function<UserResults, UserResultsAnswer> answer) {
		this.fate = fate;
		this.answer = answer;
	}

	Fate fate() {
		return this.fate;
	}

	UserResultsAnswer answer(UserResults results) {
		return this.answer.apply(results);
	}

	/** Whether RunSignup took the call as good, at least in part. */
	boolean isGood() {
		return this.fate != Fate.NOT_APPLIED && !isCut();
	}

	/** Whether nobody hears what became of the call. */
	boolean isCut() {
		return this == CUT_AND_APPLIED || this == CUT_AND_APPLIED_A_MINUTE_LATE
				|| this == CUT_AND_APPLIED_AT_THE_VERY_LAST || this == CUT_AND_LOST;
	}

	private static UserResultsAnswer silence(UserResults results) {
		return new UserResultsAnswer.Unknown("no whole answer within the call's deadline");
	}

	/** Answers for the first results of a call, with times that are off by something. */
	private static UserResultsAnswer answered(UserResults results, int first, long off) {
		List<Optional<ReceivedResult>> items = IntStream.range(0, results.results().size())
			.mapToObj((index) -> (index < first) ? Optional.of(received(results.results().get(index), off))
					: Optional.<ReceivedResult>empty())
			.toList();
		return new UserResultsAnswer.Received(items);
	}

	private static ReceivedResult received(UserResult result, long off) {
		return DeliveryOffice.received(result, time(result, off));
	}

	private static @Nullable Long time(UserResult result, long off) {
		return (result.time() instanceof UserResult.Time.Clock(long milliseconds)) ? milliseconds + off : null;
	}

	/** What RunSignup does with a call. */
	enum Fate {

		APPLIED {
			@Override
			void reaches(ModelRunSignup runSignup, ModelRunSignup.Visit visit) {
				runSignup.applies(visit, visit.sent().size());
			}
		},

		FIRST_APPLIED {
			@Override
			void reaches(ModelRunSignup runSignup, ModelRunSignup.Visit visit) {
				runSignup.applies(visit, 1);
			}
		},

		APPLIED_LATE {
			@Override
			void reaches(ModelRunSignup runSignup, ModelRunSignup.Visit visit) {
				runSignup.appliesLate(visit, Duration.ofMinutes(1));
			}
		},

		APPLIED_LAST {
			@Override
			void reaches(ModelRunSignup runSignup, ModelRunSignup.Visit visit) {
				runSignup.appliesLate(visit, ModelRunSignup.PATIENCE);
			}
		},

		NOT_APPLIED {
			@Override
			void reaches(ModelRunSignup runSignup, ModelRunSignup.Visit visit) {
				// It is as if it had not been made.
			}
		};

		abstract void reaches(ModelRunSignup runSignup, ModelRunSignup.Visit visit);

	}

}
