package io.selftimed.race;

import java.util.Locale;

/**
 * A clock time: from the start to the finish, in whole tenths of a second, above zero.
 *
 * @param milliseconds the time in milliseconds, a multiple of 100, from 100 to
 * {@link #LONGEST}
 */
public record ClockTime(long milliseconds) {

	/** The longest clock time: 999:59:59.9, the most that {@code hhh:mm:ss.s} can say. */
	public static final long LONGEST = ((999 * 60 + 59) * 60 + 59) * 1000L + 900;

	public ClockTime {
		if (!isClockTime(milliseconds)) {
			throw new IllegalArgumentException("no clock time: " + milliseconds + " ms");
		}
	}

	/** Whether so many milliseconds can be said in {@code hhh:mm:ss.s}. */
	public static boolean isClockTime(long milliseconds) {
		return milliseconds >= 100 && milliseconds <= LONGEST && milliseconds % 100 == 0;
	}

	/**
	 * The time of three boxes.
	 * @param hours 0 to 999
	 * @param minutes 0 to 59
	 * @param tenths tenths of seconds, 0 to 599
	 * @return the clock time
	 * @throws IllegalArgumentException if a box is out of its range or all are zero
	 */
	public static ClockTime of(long hours, long minutes, long tenths) {
		if (hours < 0 || hours > 999 || minutes < 0 || minutes > 59 || tenths < 0 || tenths > 599) {
			throw new IllegalArgumentException("no clock time: " + hours + " h " + minutes + " min " + tenths + " ds");
		}
		return new ClockTime((hours * 60 + minutes) * 60_000 + tenths * 100);
	}

	/**
	 * How the time reads for people: {@code [h:]mm:ss[.s]}, such as {@code 24:31.5} or
	 * {@code 1:02:03}.
	 */
	@Override
	public String toString() {
		long tenths = this.milliseconds / 100;
		long hours = tenths / 36_000;
		StringBuilder text = new StringBuilder();
		if (hours > 0) {
			text.append(hours).append(':');
		}
		text.append(String.format(Locale.ROOT, "%02d:%02d", tenths / 600 % 60, tenths / 10 % 60));
		if (tenths % 10 != 0) {
			text.append('.').append(tenths % 10);
		}
		return text.toString();
	}

}
