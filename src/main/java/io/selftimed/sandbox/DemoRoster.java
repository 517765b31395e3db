package io.selftimed.sandbox;

import java.time.LocalDate;

/**
 * The demo's runners, by formula: 400 an event, bibs 101 to 500.
 */
final class DemoRoster {

	static final int FIRST_BIB = 101;

	static final int LAST_BIB = 500;

	private static final String[] LAST_NAMES = { "Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes", "Novak", "Haddad",
			"Kowalski", "Fernandes", "Murphy", "Bianchi", "Petrov", "Nguyen", "Schneider", "Dubois", "Kaplan", "Osei",
			"Larsen", "Moreno", "Singh", "Whitaker", "Yamamoto", "Castillo", "O'Brien", "Eriksson", "Mbeki", "Rossi",
			"Zhang", "Weber", "Santos", "Cohen", "Garcia", "Holm", "Ivanova", "Jensen", "Keita", "Laurent", "Mendes",
			"Nakamura", "Smith-Jones" };

	private static final String[] FIRST_NAMES = { "Alex", "Bao", "Carla", "Dinesh", "Elena", "Farid", "Grace" };

	private DemoRoster() {
	}

	static String lastName(int bib) {
		return LAST_NAMES[(bib - FIRST_BIB) % LAST_NAMES.length];
	}

	static String firstName(int bib) {
		return FIRST_NAMES[(bib - FIRST_BIB) % FIRST_NAMES.length];
	}

	/** Bib 101 is born on 1990-04-12; the others spread over forty years around it. */
	static LocalDate birthDate(int bib) {
		return LocalDate.of(1990, 4, 12)
			.plusDays(((bib - FIRST_BIB) * 2_657L) % 14_600 - ((bib == FIRST_BIB) ? 0 : 7_300));
	}

	static long registration(long eventId, int bib) {
		return eventId * 1000 + bib;
	}

}
