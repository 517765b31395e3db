package io.selftimed.sandbox.api;

import java.time.LocalDate;
import java.util.List;

/**
 * The runners of the Harbor Lights events: bibs 101 to 500 in each, the same at every
 * start and in the demo's roster.
 */
public final class HarborRunners {

	public static final long FIRST_BIB = 101;

	public static final long LAST_BIB = 500;

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes", "Novak",
			"Haddad", "Silva", "Kowalski", "Nguyen", "O'Brien", "Castellano", "Petrov", "Adeyemi", "Larsen", "Moreau",
			"Iyer", "Schneider", "Walsh", "Kim", "Papadopoulos", "Ferreira", "Johansson", "Mbeki", "García", "Dubois",
			"Nakamura", "Horvat", "Abbott", "Chen", "Rossi", "Van Dyke", "Santos", "Fischer", "Malik", "Olsen",
			"Whitaker", "Barros", "Singh", "Zhang");

	private static final List<String> FIRST_NAMES = List.of("Alex", "Bea", "Chidi", "Dana", "Emil", "Farah", "Goran",
			"Hana", "Ines", "Jonas", "Kaya", "Liam", "Mina", "Noor", "Otto", "Priya", "Quinn", "Rosa", "Sven", "Tala",
			"Umar", "Vera", "Will", "Xenia", "Yuki", "Zoe", "Aiko", "Bram", "Cleo");

	private static final LocalDate FIRST_BIRTH = LocalDate.of(1990, 4, 12);

	private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1950, 1, 1);

	private static final long BIRTHS_WITHIN_DAYS = 20_000;

	private HarborRunners() {
	}

	/** The registration of a bib. */
	public static long registration(long eventId, long bib) {
		return eventId * 1000 + bib;
	}

	/** The last name of whoever has a bib. */
	public static String lastName(long bib) {
		return LAST_NAMES.get(turn(bib) % LAST_NAMES.size());
	}

	/** The first name of whoever has a bib. */
	public static String firstName(long bib) {
		return FIRST_NAMES.get(turn(bib) % FIRST_NAMES.size());
	}

	/** The birth date of whoever has a bib. */
	public static LocalDate birthDate(long bib) {
		return (bib == FIRST_BIB) ? FIRST_BIRTH : EARLIEST_BIRTH.plusDays(bib * 7919 % BIRTHS_WITHIN_DAYS);
	}

	private static int turn(long bib) {
		return (int) (bib - FIRST_BIB);
	}

	static SimulatedRunner runner(long eventId, long bib) {
		return new SimulatedRunner(registration(eventId, bib), bib, firstName(bib), lastName(bib), birthDate(bib));
	}

}
