package io.selftimed.delivery;

import java.time.Duration;
import java.util.Optional;

import io.selftimed.runsignup.Lane;
import io.selftimed.runsignup.Lanes;
import io.selftimed.runsignup.RunSignup;
import io.selftimed.runsignup.UserResultsAnswer;

import org.springframework.stereotype.Component;

/**
 * Makes one delivery: lane, claim, call, outcome. No transaction is open during the call.
 */
@Component
class Courier {

	private final Lanes lanes;

	private final Claims claims;

	private final RunSignup runSignup;

	private final Outcomes outcomes;

	private final CallWatch watch;

	private final DeliverySettings settings;

	Courier(Lanes lanes, Claims claims, RunSignup runSignup, Outcomes outcomes, CallWatch watch,
			DeliverySettings settings) {
		this.lanes = lanes;
		this.claims = claims;
		this.runSignup = runSignup;
		this.outcomes = outcomes;
		this.watch = watch;
		this.settings = settings;
	}

	/**
	 * Delivers one batch, if anything is due and a lane is free.
	 * @return whether a call was made
	 */
	boolean deliverOnce() {
		if (!this.claims.anythingToDo()) {
			return false;
		}
		Optional<Lane> lane = this.lanes.take(this.settings.gracePeriod());
		if (lane.isEmpty()) {
			return false;
		}
		try (Lane taken = lane.get()) {
			return deliver(taken);
		}
	}

	private boolean deliver(Lane lane) {
		Optional<Claim> claim = this.claims.take(lane.lease());
		claim.ifPresent((taken) -> {
			long start = System.nanoTime();
			UserResultsAnswer answer = this.runSignup.postUserResults(lane, taken.call());
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			this.outcomes.write(taken, answer);
			this.watch.saw(taken, answer, took);
		});
		return claim.isPresent();
	}

}
