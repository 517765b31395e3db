package io.selftimed;

/**
 * Whether there is room for more where this installation keeps its files. Where there is
 * none, what would grow them is refused before anything is written, rather than half
 * written. What is left is for what was accepted before: its deliveries, decisions,
 * answers and withdrawals, which are bounded by it.
 */
public interface Room {

	/** Whether something can be kept that was not there before. */
	boolean isThere();

}
