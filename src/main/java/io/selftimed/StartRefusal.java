package io.selftimed;

/**
 * Stops the start with one sentence that names what is wrong and the cure. Never carries
 * a secret.
 */
public class StartRefusal extends RuntimeException {

	/**
	 * Refuses the start.
	 * @param sentence what is wrong and what to do about it, for the person at the
	 * console
	 */
	public StartRefusal(String sentence) {
		super(sentence);
	}

}
