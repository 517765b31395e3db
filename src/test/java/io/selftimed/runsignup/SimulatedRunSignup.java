package io.selftimed.runsignup;

import java.nio.file.Path;
import java.time.Duration;

import io.selftimed.sandbox.api.Approvals;
import io.selftimed.sandbox.api.KeptResults;
import io.selftimed.sandbox.fault.Fault;

/**
 * The simulator and the product's own client to it, over HTTP, for the tests of modules
 * that build on them.
 */
public final class SimulatedRunSignup implements AutoCloseable {

	private static final long APPROVED_TS = 1_586_571_999;

	private final SimulatorOnAPort simulator;

	private final ClientTo client;

	/**
	 * Starts the simulator on a port of its own.
	 * @param folder where it keeps its results
	 */
	public SimulatedRunSignup(Path folder) {
		this.simulator = new SimulatorOnAPort(folder);
		this.client = new ClientTo(this.simulator.address(), ClientTo.API_V2, Format.JSON);
	}

	/** Posts results, over a lane that is always free. */
	public UserResultsAnswer post(UserResults results) {
		return this.client.post(results);
	}

	/** Reads over lanes that are always free. */
	public RunSignupReads reads() {
		return this.client.reads();
	}

	/** What it keeps, to approve, change and forget as its console does. */
	public KeptResults kept() {
		return this.simulator.part(KeptResults.class);
	}

	/** A director approves everything that waits. */
	public void approveAll() {
		kept().approve(null, null, APPROVED_TS);
	}

	/** Whether results of an event wait for a director from now on. */
	public void demandApproval(long eventId, boolean needed) {
		this.simulator.part(Approvals.class).demand(eventId, needed);
	}

	/** The next call meets this. */
	public void nextCallMeets(Fault fault) {
		this.simulator.nextCallMeets(fault, Duration.ZERO);
	}

	@Override
	public void close() {
		this.client.close();
		this.simulator.close();
	}

}
