package io.selftimed.runsignup;

import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Redeems codes over HTTP, in a lane of those for what a person waits for.
 */
@Component
class WebCodeEndpoint implements CodeEndpoint {

	private final ReadLanes lanes;

	private final TokenEndpoint tokens;

	WebCodeEndpoint(ReadLanes lanes, TokenEndpoint tokens) {
		this.lanes = lanes;
		this.tokens = tokens;
	}

	@Override
	public Optional<RefreshAnswer> redeem(OAuthClient.Identity identity, String code, String verifier,
			String returnAddress) {
		Optional<LeasedLane> lane = this.lanes.take();
		if (lane.isEmpty()) {
			return Optional.empty();
		}
		try (LeasedLane taken = lane.get()) {
			return Optional.of(this.tokens.redeem(taken, identity, code, verifier, returnAddress));
		}
	}

}
