package io.selftimed.delivery;

import io.selftimed.runsignup.ReadWorker;

import org.springframework.stereotype.Component;

/**
 * Compares what RunSignup shows with what was delivered.
 */
@Component
class ComparisonWorker extends ReadWorker {

	private final Comparison comparison;

	ComparisonWorker(Comparison comparison, DeliverySettings settings) {
		super("comparison", settings.pollInterval());
		this.comparison = comparison;
	}

	@Override
	protected boolean readNext() {
		return this.comparison.compareNext(this::isRunning);
	}

}
