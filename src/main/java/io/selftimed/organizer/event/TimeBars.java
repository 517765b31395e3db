package io.selftimed.organizer.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.selftimed.organizer.event.EventFigures.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * Puts times into some two dozen bars of a round width. The few that are far from all
 * others fall into the first and last, so that these do not press the rest together.
 */
final class TimeBars {

	private static final int QUARTERS = 4;

	/** Widths of a bar, in quarters of a minute. */
	private static final long[] STEPS = { 1, 2, 4, 8, 20, 40, 60, 120, 240, 480, 960, 1440, 2880, 5760 };

	private static final int BARS = 24;

	/** One in so many may be far out at either end. */
	private static final int FAR_OUT = 200;

	private TimeBars() {
	}

	static List<Chart.Counted> of(List<Bucket> times) {
		if (times.isEmpty()) {
			return List.of();
		}
		long all = times.stream().mapToLong(Bucket::count).sum();
		long low = reached(times, all / FAR_OUT + 1);
		long high = reached(times, all - all / FAR_OUT);
		long step = step(high - low);
		long start = low / step * step;
		int bars = Math.toIntExact((high - start) / step) + 1;
		long[] counts = new long[bars];
		for (Bucket time : times) {
			counts[Math.clamp(Math.floorDiv(time.at() - start, step), 0, bars - 1)] += time.count();
		}
		boolean under = times.getFirst().at() < start;
		boolean over = times.getLast().at() >= start + bars * step;
		List<Chart.Counted> counted = new ArrayList<>();
		for (int bar = 0; bar < bars; bar++) {
			counted.add(bar(start + bar * step, step, counts[bar], bar == 0 && under, bar == bars - 1 && over));
		}
		return counted;
	}

	/** Where so many have been counted. */
	private static long reached(List<Bucket> times, long many) {
		long counted = 0;
		for (Bucket time : times) {
			counted += time.count();
			if (counted >= many) {
				return time.at();
			}
		}
		return times.getLast().at();
	}

	private static long step(long span) {
		for (long step : STEPS) {
			if (span / step < BARS) {
				return step;
			}
		}
		return span / BARS + 1;
	}

	private static Chart.Counted bar(long from, long step, long count, boolean under, boolean over) {
		String low = clock(from);
		String high = clock(from + step);
		String link = (under ? "" : "&timeFrom=" + low) + (over ? "" : "&timeTo=" + high);
		@Nullable String edge = under ? "under" : over ? "over" : null;
		return new Chart.Counted(under ? high : low, edge, count, "state=counting" + link);
	}

	private static String clock(long quarters) {
		long seconds = quarters * 60 / QUARTERS;
		return (seconds >= 3600)
				? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
				: String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
	}

}
