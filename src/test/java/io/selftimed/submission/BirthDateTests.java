package io.selftimed.submission;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BirthDate}.
 */
class BirthDateTests {

	@ParameterizedTest
	@ValueSource(strings = { "1990-04-23", " 1990-4-23 ", "1990/04/23", "1990.04.23", "1990 04 23", "19900423",
			"23.04.1990", "4/23/1990", "23/4/1990", "04-23-1990" })
	void isUnderstoodWhereDayAndMonthCannotBeMistaken(String typed) {
		assertThat(BirthDate.read(typed)).isEqualTo(LocalDate.of(1990, 4, 23));
	}

	@ParameterizedTest
	@ValueSource(strings = { "4/12/1990", "12.04.1990", "1990-02-30", "90-04-23", "1990", "April", "1990-04-23x", "" })
	void isAskedForAgainWhereItIsNoneOrOneOfTwo(String typed) {
		assertThat(BirthDate.read(typed)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "4/4/1990", "04.04.1990" })
	void isUnderstoodWhereDayAndMonthAreTheSame(String typed) {
		assertThat(BirthDate.read(typed)).isEqualTo(LocalDate.of(1990, 4, 4));
	}

}
