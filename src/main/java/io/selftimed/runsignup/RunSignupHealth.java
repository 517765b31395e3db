package io.selftimed.runsignup;

import io.selftimed.runsignup.ClosedGate.Scope;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Degraded while calls at RunSignup are paused for everybody, and never down: runners can
 * send results all the same, and another machine would fare no better.
 */
@Component("runSignup")
class RunSignupHealth implements HealthIndicator {

	private static final Status DEGRADED = new Status("DEGRADED");

	private final Gates gates;

	RunSignupHealth(Gates gates) {
		this.gates = gates;
	}

	@Override
	public Health health() {
		return this.gates.closed()
			.stream()
			.filter((gate) -> gate.scope() == Scope.EVERYTHING || gate.scope() == Scope.OPERATION)
			.findFirst()
			.map((gate) -> Health.status(DEGRADED).withDetail("since", gate.since()).withDetail("cause", gate.cause()))
			.orElseGet(Health::up)
			.build();
	}

}
