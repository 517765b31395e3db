package io.selftimed.sandbox;

/**
 * Placeholder.
 */
public class SimulatorAlone {

}
