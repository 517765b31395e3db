package io.selftimed.organizer.rules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.selftimed.organizer.RemoteEnd;
import io.selftimed.race.Event;
import io.selftimed.race.EventRules;
import io.selftimed.race.EventSetup;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says what a change of the rules means for what was sent before, and where it does not
 * fit RunSignup's own window.
 */
@Component
class Consequences {

	private final RulesFacts facts;

	private final Wording wording;

	private final InstantSource clock;

	Consequences(RulesFacts facts, Wording wording, InstantSource clock) {
		this.facts = facts;
		this.wording = wording;
		this.clock = clock;
	}

	/**
	 * What a change means, in sentences; empty if nothing needs to be confirmed.
	 * @param before the rules as they are
	 * @param after the rules as they shall be, without refusals
	 */
	List<String> of(long eventId, EventSetup.Described before, EventRules after) {
		List<String> sentences = new ArrayList<>();
		ofReview(eventId, before.rules(), after, sentences);
		ofLimits(eventId, before.rules(), after, sentences);
		ofWindow(before, after, sentences);
		if (isChanged(before.rules().delivery().individualResultSetId(), after.delivery().individualResultSetId())
				|| before.rules().elevation() != after.elevation()) {
			tell(sentences, "organizer.rules.means.waiting", this.facts.count(eventId, "waiting"));
		}
		if (before.rules().elevation() != after.elevation() && after.elevation() == Event.Elevation.OPTIONAL) {
			sentences.add(this.wording.say("organizer.rules.means.optional"));
		}
		return sentences;
	}

	private void ofReview(long eventId, EventRules before, EventRules after, List<String> sentences) {
		if (before.trust().review() != after.trust().review()) {
			tell(sentences, "organizer.rules.means.held", this.facts.count(eventId, "held"));
		}
		boolean alone = after.trust().identity() == Event.Identity.BIB_ONLY;
		if (alone && before.trust().identity() != Event.Identity.BIB_ONLY) {
			sentences.add(this.wording.say("organizer.rules.means.bib-only"));
		}
	}

	private void ofLimits(long eventId, EventRules before, EventRules after, List<String> sentences) {
		boolean limited = !before.limits().equals(after.limits()) || !before.tally().equals(after.tally())
				|| !before.outcomes().equals(after.outcomes());
		if (limited) {
			breaking("counting", this.facts.breaking(eventId, after, RulesFacts.MOST), sentences);
			breaking("held", this.facts.breakingHeld(eventId, after, RulesFacts.MOST), sentences);
		}
	}

	private void breaking(String which, RulesFacts.Broken broken, List<String> sentences) {
		String key = "organizer.rules.means.breaking." + which;
		if (broken.andMore()) {
			sentences.add(this.wording.say(key + ".more", broken.count(), RulesFacts.MOST));
		}
		else {
			tell(sentences, key, broken.count());
		}
	}

	private void ofWindow(EventSetup.Described before, EventRules after, List<String> sentences) {
		Instant now = this.clock.instant();
		Instant closes = Objects.requireNonNull(after.window().closesAt());
		Instant closed = before.rules().window().closesAt();
		if (!closes.isAfter(now) && closed != null && closed.isAfter(now)) {
			sentences.add(this.wording.say("organizer.rules.means.closed"));
		}
		Instant remote = before.remoteAcceptsUntil();
		boolean asked = closes.equals(closed) && before.rules().trust().review() == after.trust().review();
		if (remote == null || asked) {
			return;
		}
		RemoteEnd.warning(closes, after.trust().review() != Event.Review.NONE, remote)
			.ifPresent((key) -> sentences
				.add(this.wording.say(key, this.wording.momentWithZone(remote, after.window().zone()))));
	}

	private void tell(List<String> sentences, String key, long count) {
		if (count > 0) {
			sentences.add(this.wording.say(key, count));
		}
	}

	private static boolean isChanged(@Nullable Object before, @Nullable Object after) {
		return !Objects.equals(before, after);
	}

}
