package io.selftimed.race.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds out who on the roster is meant by what a source states: by registration, then by
 * bib, then by name where that leaves no doubt. Nobody is meant twice.
 */
final class RosterMatch {

	private final RosterSource source;

	private final Map<Long, RosterRow> byRegistration = new HashMap<>();

	private final Map<Long, List<RosterRow>> byBib = new HashMap<>();

	private final Map<String, List<RosterRow>> byName = new HashMap<>();

	private final Set<Long> meant = new HashSet<>();

	RosterMatch(RosterSource source, List<RosterRow> known) {
		this.source = source;
		for (RosterRow row : known) {
			RosterEntry entry = row.entry();
			if (entry.registrationId() != null) {
				this.byRegistration.put(entry.registrationId(), row);
			}
			if (entry.bib() != null) {
				this.byBib.computeIfAbsent(entry.bib(), (bib) -> new ArrayList<>()).add(row);
			}
			if (entry.lastName() != null) {
				this.byName.computeIfAbsent(initials(entry), (name) -> new ArrayList<>()).add(row);
			}
		}
	}

	/** A coarse key: names that are the same begin with the same letter, mostly. */
	private static String initials(RosterEntry entry) {
		String last = (entry.lastName() != null) ? entry.lastName() : "";
		return java.text.Normalizer.normalize(last, java.text.Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.codePoints()
			.filter(Character::isLetterOrDigit)
			.limit(1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * What stating these changes.
	 * @param entries what the source states, in its order
	 */
	RosterPlan plan(List<RosterEntry> entries) {
		List<RosterEntry> added = new ArrayList<>();
		List<RosterPlan.Changed> changed = new ArrayList<>();
		List<RosterPlan.Merge> merges = new ArrayList<>();
		List<@Nullable Long> ids = new ArrayList<>();
		for (RosterEntry entry : entries) {
			Optional<RosterRow> found = find(entry);
			ids.add(found.map(RosterRow::id).orElse(null));
			found.ifPresentOrElse((row) -> {
				this.meant.add(row.id());
				RosterRow after = row.after(entry, this.source);
				if (!after.equals(row)) {
					changed.add(new RosterPlan.Changed(row, after));
				}
				nameless(entry, row).ifPresent((other) -> merges.add(new RosterPlan.Merge(other.id(), row.id())));
			}, () -> added.add(entry));
		}
		return new RosterPlan(added, changed, merges, ids);
	}

	private Optional<RosterRow> find(RosterEntry entry) {
		Long registration = entry.registrationId();
		RosterRow registered = (registration != null) ? this.byRegistration.get(registration) : null;
		if (registered != null && isFree(registered)) {
			return Optional.of(registered);
		}
		return one(ofBib(entry), (row) -> isPossible(row, entry) && row.entry().mayBe(entry))
			.or(() -> one(this.byName.getOrDefault(initials(entry), List.of()),
					(row) -> isPossible(row, entry) && row.entry().isNamedLike(entry)
							&& !row.entry().isBornOtherwise(entry) && hasBibToSpare(row, entry)));
	}

	private List<RosterRow> ofBib(RosterEntry entry) {
		return (entry.bib() != null) ? this.byBib.getOrDefault(entry.bib(), List.of()) : List.of();
	}

	/** Two registrations are two participants, even of one name. */
	private boolean isPossible(RosterRow row, RosterEntry entry) {
		return isFree(row) && (row.entry().registrationId() == null || entry.registrationId() == null)
				&& (this.source == RosterSource.FILE || row.entry().registrationId() == null);
	}

	private boolean isFree(RosterRow row) {
		return !this.meant.contains(row.id());
	}

	/** A file may give another bib to somebody; RunSignup knows two of one name apart. */
	private boolean hasBibToSpare(RosterRow row, RosterEntry entry) {
		return this.source == RosterSource.FILE || row.entry().bib() == null || entry.bib() == null
				|| row.entry().bib().equals(entry.bib());
	}

	/**
	 * Somebody sent a result for a bib before the roster knew whose it is: a participant
	 * without a name or registration, who turns out to be this one.
	 */
	private Optional<RosterRow> nameless(RosterEntry entry, RosterRow row) {
		return one(ofBib(entry), (other) -> other.id() != row.id() && isFree(other) && !other.erased()
				&& other.entry().registrationId() == null && other.entry().lastName() == null);
	}

	private static Optional<RosterRow> one(List<RosterRow> rows, Predicate<RosterRow> fitting) {
		Stream<RosterRow> two = rows.stream().filter(fitting).limit(2);
		List<RosterRow> found = two.toList();
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

}
