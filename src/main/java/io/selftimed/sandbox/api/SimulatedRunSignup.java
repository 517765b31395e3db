package io.selftimed.sandbox.api;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.FaultBoard;
import io.selftimed.sandbox.fault.Reply;
import io.selftimed.sandbox.fault.SetFault;

/**
 * Answers calls as RunSignup does, or as badly as somebody has asked for, and notes each.
 */
public final class SimulatedRunSignup {

	private static final SetFault DOWN = new SetFault(Fault.CONNECTION_TIMED_OUT, 1, null, Duration.ZERO, null, null);

	private final Operations operations;

	private final FaultBoard faults;

	private final ReceivedCalls calls;

	private final Later later;

	private final Clock clock;

	SimulatedRunSignup(List<Operation> operations, FaultBoard faults, ReceivedCalls calls, Later later, Clock clock) {
		this.operations = new Operations(operations);
		this.faults = faults;
		this.calls = calls;
		this.later = later;
		this.clock = clock;
	}

	/** The names of its calls. */
	public List<String> operations() {
		return this.operations.names();
	}

	/**
	 * Answers a call.
	 * @param incoming the call
	 * @param tooMuch whether there are too many calls at once
	 */
	Reply answer(ApiCall incoming, boolean tooMuch) {
		Operations.Found found = this.operations.find(incoming);
		Optional<SetFault> fault = tooMuch ? Optional.empty() : fault(found.operation());
		CallInProgress call = new CallInProgress(found.operation(), found.call(), fault.orElse(null), this.later);
		Reply reply = tooMuch ? call.refuse(CallError.tooManyCalls())
				: fault.map((set) -> set.fault().happen(call)).orElseGet(call::answer);
		this.calls.add(call.received(this.clock.instant(), reply));
		return reply;
	}

	private Optional<SetFault> fault(Operation operation) {
		return this.faults.isDown() ? Optional.of(DOWN) : this.faults.next(operation.name());
	}

}
