package io.selftimed.submission;

import java.util.List;
import java.util.Map;

/**
 * What the runner is about to send, to be looked at once more.
 *
 * @param facts what is said of the event
 * @param answers what would be sent
 * @param typed everything typed, to travel on unseen
 * @param submissionKey the key that makes two sendings one
 * @param doubts what may be wrong with it, a sentence each; the runner has the last word
 * @param stale whether the page was sent before, but too late to count
 */
record CheckPage(EventFacts facts, List<Answer> answers, Map<String, String> typed, String submissionKey,
		List<String> doubts, boolean stale) {

}
