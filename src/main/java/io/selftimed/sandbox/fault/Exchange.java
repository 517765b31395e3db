package io.selftimed.sandbox.fault;

import java.time.Duration;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/**
 * A call that waits for its reply, as a fault sees it. Nothing of the call is applied
 * unless a fault says so.
 */
public interface Exchange {

	/** Applies the call and answers as RunSignup would. */
	Reply answer();

	/**
	 * Applies the call and answers something else.
	 * @param change changes the document of the answer before it is written
	 */
	Reply answer(Consumer<JsonNode> change);

	/**
	 * Applies the call as if one of its items broke a rule.
	 * @param dropped whether bad items are dropped silently, or the batch fails whole
	 */
	Reply answerWithBadItem(boolean dropped);

	/** Applies the call after a while, whatever was replied. */
	void applyAfter(Duration delay);

	/**
	 * Answers with an error; nothing is applied.
	 * @param status the HTTP status
	 * @param code the code
	 * @param message the words
	 */
	Reply error(int status, int code, String message);

	/** How long the fault may take. */
	Duration patience();

}
