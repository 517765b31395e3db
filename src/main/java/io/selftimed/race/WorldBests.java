package io.selftimed.race;

import java.util.Map;
import java.util.TreeMap;

/**
 * The fastest that anybody is known to have run, by distance; between two distances the
 * pace is interpolated on the logarithm of the distance, beyond them it is the nearest
 * one's. Where an attempt outside the record books was faster than the record, it stands
 * here, so that this list errs on the runner's side.
 *
 * <p>
 * Drawn up in November 2026 from public reports up to August 2025: mile Hicham El
 * Guerrouj 1999 (on a track, faster than any on a road); 5 km Berihu Aregawi 2021, 10 km
 * Rhonex Kipruto 2020, half marathon Jacob Kiplimo 2025, as reported by World Athletics;
 * marathon Eliud Kipchoge 2019 (no record, with changing pacemakers); 50 km CJ Albertson
 * 2022; 100 km Sibusiso Kubheka 2025 (no record, outside the rules of shoes); 100 miles
 * Aleksandr Sorokin 2022; and his 319.614 km in 24 hours, 2022.
 */
final class WorldBests {

	/** Milliseconds by millimetres. */
	private static final TreeMap<Long, Long> TIMES = new TreeMap<>(
			Map.of(1_609_344L, time(0, 3, 43.1), 5_000_000L, time(0, 12, 49), 10_000_000L, time(0, 26, 24), 21_097_500L,
					time(0, 56, 41), 42_195_000L, time(1, 59, 40), 50_000_000L, time(2, 38, 43), 100_000_000L,
					time(5, 59, 20), 160_934_400L, time(10, 51, 39), 319_614_000L, time(24, 0, 0)));

	private WorldBests() {
	}

	/**
	 * The fastest known time.
	 * @param millimetres the distance, above 0
	 * @return the time in milliseconds
	 */
	static long milliseconds(long millimetres) {
		return Math.round(pace(millimetres) * millimetres);
	}

	private static double pace(long millimetres) {
		Map.Entry<Long, Long> shorter = TIMES.floorEntry(millimetres);
		Map.Entry<Long, Long> longer = TIMES.ceilingEntry(millimetres);
		if (shorter == null || longer == null || shorter.getKey().equals(longer.getKey())) {
			return pace((shorter != null) ? shorter : TIMES.firstEntry());
		}
		double share = Math.log((double) millimetres / shorter.getKey())
				/ Math.log((double) longer.getKey() / shorter.getKey());
		return pace(shorter) + share * (pace(longer) - pace(shorter));
	}

	private static double pace(Map.Entry<Long, Long> best) {
		return (double) best.getValue() / best.getKey();
	}

	private static long time(int hours, int minutes, double seconds) {
		return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
	}

}
