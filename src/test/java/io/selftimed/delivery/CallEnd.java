package io.selftimed.delivery;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;

/**
 * Ways in which a call can end: what RunSignup does, what it answers, and what becomes of
 * the process that called.
 */
enum CallEnd {

	RECEIVED(Word.APPLIED, Process.LIVES, CallEnd::received),

	PARTLY_ANSWERED(Word.APPLIED, Process.LIVES, CallEnd::firstReceived),

	REFUSED(Word.LOST, Process.LIVES, (claim) -> new UserResultsAnswer.Refused(3, "Invalid parameters.")),

	UNAVAILABLE(Word.LOST, Process.LIVES, (claim) -> new UserResultsAnswer.Unavailable(5, "Database error.")),

	NEVER_SENT(Word.LOST, Process.LIVES, (claim) -> new UserResultsAnswer.NeverSent("the connection was refused")),

	THROTTLED(Word.LOST, Process.LIVES, (claim) -> new UserResultsAnswer.Throttled(null, "Slow down.")),

	CREDENTIAL_BAD(Word.LOST, Process.LIVES,
			(claim) -> new UserResultsAnswer.CredentialBad(6, "Key authentication failed.")),

	SILENCE_APPLIED(Word.APPLIED, Process.LIVES, CallEnd::unknown),

	SILENCE_APPLIED_LATE(Word.APPLIED_LATE, Process.LIVES, CallEnd::unknown),

	SILENCE_LOST(Word.LOST, Process.LIVES, CallEnd::unknown),

	DIED_BEFORE_THE_CALL(Word.LOST, Process.DIES, CallEnd::unknown),

	DIED_APPLIED(Word.APPLIED, Process.DIES, CallEnd::unknown),

	DIED_APPLIED_LATE(Word.APPLIED_LATE, Process.DIES, CallEnd::unknown),

	DIED_AFTER_WRITING(Word.APPLIED, Process.DIES_AFTER_WRITING, CallEnd::received),

	SLEPT(Word.APPLIED, Process.SLEEPS, CallEnd::received);

	private final Word word;

	private final Process process;

	private final Function<Claim, UserResultsAnswer> answer;

	CallEnd(Word word, Process process, Function<Claim, UserResultsAnswer> answer) {
		this.word = word;
		this.process = process;
		this.answer = answer;
	}

	Word word() {
		return this.word;
	}

	Process process() {
		return this.process;
	}

	UserResultsAnswer answer(Claim claim) {
		return this.answer.apply(claim);
	}

	private static UserResultsAnswer received(Claim claim) {
		return DeliveryOffice.allReceived(claim.call());
	}

	private static UserResultsAnswer firstReceived(Claim claim) {
		List<Optional<ReceivedResult>> items = IntStream.range(0, claim.items().size())
			.mapToObj((index) -> (index == 0) ? Optional.of(DeliveryOffice.received(claim.items().get(index).result()))
					: Optional.<ReceivedResult>empty())
			.toList();
		return new UserResultsAnswer.Received(items);
	}

	private static UserResultsAnswer unknown(Claim claim) {
		return new UserResultsAnswer.Unknown("no whole answer within the call's deadline");
	}

	/** What RunSignup does with a call. */
	enum Word {

		APPLIED {
			@Override
			void reach(RaceWeekend weekend, RaceWeekend.CallUnderWay call) {
				weekend.reach(call.claim());
			}
		},

		APPLIED_LATE {
			@Override
			void reach(RaceWeekend weekend, RaceWeekend.CallUnderWay call) {
				weekend.reachLate(call);
			}
		},

		LOST {
			@Override
			void reach(RaceWeekend weekend, RaceWeekend.CallUnderWay call) {
				// Nothing arrives.
			}
		};

		abstract void reach(RaceWeekend weekend, RaceWeekend.CallUnderWay call);

	}

	/** What becomes of the process that called. */
	enum Process {

		LIVES, SLEEPS, DIES, DIES_AFTER_WRITING

	}

}
