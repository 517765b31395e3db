package io.selftimed.sandbox.api;

import java.time.LocalDate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who registered. Nobody of that name exists.
 *
 * @param registrationId the registration
 * @param bib the bib, null if there is none yet
 * @param firstName the first name
 * @param lastName the last name
 * @param birthDate the birth date
 */
record SimulatedRunner(long registrationId, @Nullable Long bib, String firstName, String lastName,
		LocalDate birthDate) {

	long bibOr(Supplier<? extends RuntimeException> none) {
		if (this.bib == null) {
			throw none.get();
		}
		return this.bib;
	}

	String email() {
		return "runner" + this.registrationId + "@harborlights.example";
	}

	/** As RunSignup writes it. */
	String gender() {
		return (this.registrationId % 2 == 0) ? "F" : "M";
	}

}
