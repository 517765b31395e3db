package io.selftimed.race;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Metres or feet climbed, value and unit as the runner typed them.
 *
 * @param value the number as typed, 0 or more, at most {@link #HIGHEST} metres
 * @param unit the unit as chosen
 */
public record ElevationGain(BigDecimal value, Unit unit) {

	/** More than anybody climbs in one event, in metres. */
	public static final long HIGHEST = 100_000;

	public ElevationGain {
		if (value.signum() < 0 || unit.millimetres(value) > HIGHEST * 1000) {
			throw new IllegalArgumentException("no elevation gain: " + value + " " + unit.symbol());
		}
	}

	/**
	 * The gain in millimetres, as RunSignup wants it; 1000 ft are 304 800 mm exactly.
	 */
	public long millimetres() {
		return this.unit.millimetres(this.value);
	}

	/** As typed: value and unit, such as {@code 120 m}. */
	@Override
	public String toString() {
		return this.value.toPlainString() + " " + this.unit.symbol();
	}

	/**
	 * A unit of elevation gain.
	 */
	public enum Unit {

		/** Metres. */
		METRES("m", "1000"),
		/** International feet of 304.8 mm. */
		FEET("ft", "304.8");

		private final String symbol;

		private final BigDecimal inMillimetres;

		Unit(String symbol, String millimetres) {
			this.symbol = symbol;
			this.inMillimetres = new BigDecimal(millimetres);
		}

		/** The symbol in forms, files and the database: {@code m} or {@code ft}. */
		public String symbol() {
			return this.symbol;
		}

		/**
		 * The unit of a symbol.
		 * @throws IllegalArgumentException if no unit has it
		 */
		public static Unit of(String symbol) {
			for (Unit unit : values()) {
				if (unit.symbol.equals(symbol)) {
					return unit;
				}
			}
			throw new IllegalArgumentException("no unit of elevation gain: " + symbol);
		}

		private long millimetres(BigDecimal value) {
			return value.multiply(this.inMillimetres).setScale(0, RoundingMode.HALF_UP).longValueExact();
		}

	}

}
