package io.selftimed.sandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import io.selftimed.sandbox.fault.Exchange;
import io.selftimed.sandbox.fault.Reply;
import io.selftimed.sandbox.fault.SetFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call between its arrival and its reply.
 */
final class CallInProgress implements Exchange {

	private final Operation operation;

	private final ApiCall call;

	private final @Nullable SetFault fault;

	private final Later later;

	private @Nullable Integer results;

	private @Nullable Integer errorCode;

	CallInProgress(Operation operation, ApiCall call, @Nullable SetFault fault, Later later) {
		this.operation = operation;
		this.call = call;
		this.fault = fault;
		this.later = later;
	}

	@Override
	public Reply answer() {
		return answer((document) -> {
		});
	}

	@Override
	public Reply answer(Consumer<JsonNode> change) {
		return answer(this.call, change);
	}

	@Override
	public Reply answerWithBadItem(boolean dropped) {
		BadItem bad = new BadItem((this.fault != null) ? this.fault.bib() : null, dropped);
		return answer(this.call.with(bad), (document) -> {
		});
	}

	private Reply answer(ApiCall call, Consumer<JsonNode> change) {
		try {
			ApiAnswer answer = apply(call);
			this.results = answer.tree().path("virtual_results").size();
			change.accept(answer.tree());
			return answer.in(this.operation.format(call));
		}
		catch (CallError ex) {
			return refuse(ex);
		}
	}

	private ApiAnswer apply(ApiCall call) {
		SandboxKey.checkRegistration(call);
		if (this.operation.needsKey() && SandboxKey.of(call).isEmpty()) {
			throw CallError.keyAuthenticationFailed();
		}
		SandboxKey.checkRace(call);
		this.operation.format(call);
		return this.operation.answer(call);
	}

	@Override
	public void applyAfter(Duration delay) {
		this.later.after(delay, this::applySilently);
	}

	private void applySilently() {
		try {
			apply(this.call);
		}
		catch (CallError ex) {
			// Nobody is there any more to hear it.
		}
	}

	@Override
	public Reply error(int status, int code, String message) {
		return refuse(CallError.of(status, code, message));
	}

	/** Says no. */
	Reply refuse(CallError error) {
		this.errorCode = error.code();
		return this.operation.refuse(this.call, error);
	}

	@Override
	public Duration patience() {
		return (this.fault != null) ? this.fault.patience() : Duration.ZERO;
	}

	/** What the console shows of it. */
	ReceivedCall received(Instant at, Reply reply) {
		return new ReceivedCall(at, this.operation.name(), MaskedCall.of(this.call),
				this.call.id("race_id").orElse(null), this.call.id("event_id").orElse(null),
				SandboxKey.of(this.call).orElse(null), this.results, this.errorCode,
				(this.fault != null) ? this.fault.fault() : null, reply);
	}

}
