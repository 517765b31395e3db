package io.selftimed.organizer.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.selftimed.submission.Decided;
import org.jspecify.annotations.Nullable;

/**
 * What came of accepting several at once: those that were, and how many somebody had
 * decided about meanwhile.
 */
final class BulkAccepted {

	private final List<Long> accepted = new ArrayList<>();

	private final Set<@Nullable Long> deciders = new HashSet<>();

	private int skipped;

	void take(long id, Decided decided) {
		if (decided instanceof Decided.Done) {
			this.accepted.add(id);
			return;
		}
		this.skipped++;
		this.deciders.add((decided instanceof Decided.Meanwhile meanwhile) ? meanwhile.by() : null);
	}

	List<Long> accepted() {
		return this.accepted;
	}

	int skipped() {
		return this.skipped;
	}

	/** Who decided about all that was skipped, empty if it was not one organizer. */
	Optional<Long> onePerson() {
		return (this.deciders.size() == 1) ? Optional.ofNullable(this.deciders.iterator().next()) : Optional.empty();
	}

}
