package io.selftimed.race;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What may be wrong with a finish, as a named value that says why. A doubt refuses
 * nothing: the runner looks again and has the last word, and organizers see which doubts
 * were confirmed. What is doubted is the typing, never the runner.
 */
public enum Doubt {

	/** Faster than anybody is known to have run the distance. */
	FASTER_THAN_ANYBODY {
		@Override
		@Nullable Reason judge(Event event, ClockTime time, @Nullable ElevationGain climb) {
			return tooFast(event, time.milliseconds()) ? reason(time) : null;
		}
	},

	/** Faster than the organizers expect. */
	FASTER_THAN_EXPECTED {
		@Override
		@Nullable Reason judge(Event event, ClockTime time, @Nullable ElevationGain climb) {
			ClockTime fastest = event.limits().fastest();
			return (fastest != null && time.milliseconds() < fastest.milliseconds()) ? reason(time, fastest) : null;
		}
	},

	/** Slower than the organizers expect, such as after the cut-off. */
	SLOWER_THAN_EXPECTED {
		@Override
		@Nullable Reason judge(Event event, ClockTime time, @Nullable ElevationGain climb) {
			return afterSlowest(event, time) ? reason(time, Objects.requireNonNull(event.limits().slowest())) : null;
		}
	},

	/** 24 minutes 31 seconds in the boxes of hours and minutes. */
	MINUTES_AS_HOURS {
		@Override
		@Nullable Reason judge(Event event, ClockTime time, @Nullable ElevationGain climb) {
			long meant = time.milliseconds() / 60_000 * 1000;
			boolean slow = tooSlow(event, time.milliseconds()) || afterSlowest(event, time);
			return (slow && plausible(event, meant)) ? reason(time, new ClockTime(meant)) : null;
		}
	},

	/** 1 hour 23 minutes written as 1:23, which reads as minutes and seconds. */
	HOURS_AS_MINUTES {
		@Override
		@Nullable Reason judge(Event event, ClockTime time, @Nullable ElevationGain climb) {
			long meant = time.milliseconds() / 1000 * 60_000;
			boolean wholeSeconds = time.milliseconds() % 1000 == 0;
			return (wholeSeconds && tooFast(event, time.milliseconds()) && plausible(event, meant))
					? reason(time, new ClockTime(meant)) : null;
		}
	},

	/** More than 120 metres of climb for each kilometre. */
	STEEP {
		@Override
		@Nullable Reason judge(Event event, ClockTime time, @Nullable ElevationGain climb) {
			Event.Distance distance = event.distance();
			boolean steep = climb != null && distance != null
					&& climb.millimetres() * 1000 > distance.millimetres() * STEEPEST;
			return steep ? reason(Objects.requireNonNull(climb)) : null;
		}
	};

	/** Metres of climb for a kilometre. */
	private static final int STEEPEST = 120;

	/** Slower than 30 minutes for a kilometre is slower than a stroll. */
	private static final long SLOWEST_MS_PER_KM = 30 * 60_000;

	/**
	 * Everything that may be wrong with a finish.
	 * @param event the event
	 * @param time the clock time
	 * @param climb the elevation gain, null if none was stated
	 * @return the doubts, empty if there is none
	 */
	public static List<Reason> in(Event event, ClockTime time, @Nullable ElevationGain climb) {
		return Arrays.stream(values())
			.map((doubt) -> doubt.judge(event, time, climb))
			.filter(Objects::nonNull)
			.toList();
	}

	/** The words of several, in their own order, as the table has them. */
	public static String words(Collection<Reason> reasons) {
		return reasons.stream().map((reason) -> reason.doubt().word()).collect(Collectors.joining(","));
	}

	/** The word in the table and in the keys of messages. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	abstract @Nullable Reason judge(Event event, ClockTime time, @Nullable ElevationGain climb);

	Reason reason(Object... arguments) {
		return new Reason(this, List.of(arguments));
	}

	private static boolean tooFast(Event event, long milliseconds) {
		Event.Distance distance = event.distance();
		return distance != null && milliseconds < WorldBests.milliseconds(distance.millimetres());
	}

	private static boolean tooSlow(Event event, long milliseconds) {
		Event.Distance distance = event.distance();
		return distance != null && milliseconds > (double) SLOWEST_MS_PER_KM * distance.millimetres() / 1_000_000;
	}

	private static boolean afterSlowest(Event event, ClockTime time) {
		ClockTime slowest = event.limits().slowest();
		return slowest != null && time.milliseconds() > slowest.milliseconds();
	}

	/** Whether a finish of the distance may well take so long. */
	private static boolean plausible(Event event, long milliseconds) {
		return event.distance() != null && ClockTime.isClockTime(milliseconds) && !tooFast(event, milliseconds)
				&& !tooSlow(event, milliseconds) && !afterSlowest(event, new ClockTime(milliseconds));
	}

	/**
	 * A doubt, and why.
	 *
	 * @param doubt the doubt; {@code doubt.} and its word are the key of the sentence
	 * @param arguments what the sentence names: a {@link ClockTime} or an
	 * {@link ElevationGain} each
	 */
	public record Reason(Doubt doubt, List<Object> arguments) {

	}

}
