package io.selftimed.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.selftimed.runsignup.NoReads;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemotePage;
import io.selftimed.runsignup.RemoteResult;
import io.selftimed.runsignup.VirtualSettings;
import org.jspecify.annotations.Nullable;

/**
 * A RunSignup that shows the results a test has put into its result sets, in pages.
 */
final class ShownResults extends NoReads {

	private final Map<Long, Map<Long, RemoteResult>> sets = new LinkedHashMap<>();

	private final List<String> reads = new ArrayList<>();

	private @Nullable Boolean approval;

	private boolean settingsKnown = true;

	private int longestPage = Integer.MAX_VALUE;

	private boolean pages = true;

	private int failAt = Integer.MAX_VALUE;

	private ReadAnswer.Why failure = ReadAnswer.Why.UNAVAILABLE;

	private Runnable meanwhile = () -> {
	};

	/** A row that names a bib, as RunSignup's do. */
	void shows(long set, long bib, String clockTime) {
		shows(set, new RemoteResult(600_000 + bib, null, bib, 1L, clockTime));
	}

	void shows(long set, RemoteResult row) {
		this.sets.computeIfAbsent(set, (id) -> new LinkedHashMap<>()).put(row.resultId(), row);
	}

	void forgets(long set, long bib) {
		this.sets.getOrDefault(set, new LinkedHashMap<>()).remove(600_000 + bib);
	}

	void needsApproval(@Nullable Boolean needed) {
		this.approval = needed;
	}

	void saysNothingOfApproval() {
		this.settingsKnown = false;
	}

	/** Gives no more rows at once, whatever it is asked for. */
	void givesAtMost(int rows) {
		this.longestPage = rows;
	}

	/** Gives everything whatever page it is asked for. */
	void knowsNoPages() {
		this.pages = false;
	}

	/** The read of a page of results fails, once. */
	void failsAtPage(int page, ReadAnswer.Why why) {
		this.failAt = page;
		this.failure = why;
	}

	/** Happens while the next page is on its way. */
	void meanwhile(Runnable happening) {
		this.meanwhile = happening;
	}

	/** The pages of results that were asked for, as set:page. */
	List<String> reads() {
		return this.reads;
	}

	@Override
	public ReadAnswer<VirtualSettings> virtualSettings(long raceId, long eventId) {
		return this.settingsKnown ? new ReadAnswer.Found<>(new VirtualSettings(null, this.approval))
				: super.virtualSettings(raceId, eventId);
	}

	@Override
	public ReadAnswer<RemotePage<RemoteResult>> results(long raceId, long eventId, long resultSetId, int page,
			int rows) {
		this.reads.add(resultSetId + ":" + page);
		if (page == this.failAt) {
			this.failAt = Integer.MAX_VALUE;
			return new ReadAnswer.NotFound<>(this.failure, null, null, "away");
		}
		int size = Math.min(rows, this.longestPage);
		List<RemoteResult> shown = List.copyOf(this.sets.getOrDefault(resultSetId, Map.of()).values())
			.stream()
			.skip(this.pages ? (page - 1L) * size : 0)
			.limit(size)
			.toList();
		Runnable happening = this.meanwhile;
		this.meanwhile = () -> {
		};
		happening.run();
		return new ReadAnswer.Found<>(new RemotePage<>(shown, 0));
	}

}
