package io.selftimed.race;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RunnerName}.
 */
class RunnerNameTests {

	@ParameterizedTest
	@CsvSource({ "Marsh,mARSH", "García Márquez,garcia-marquez", "O'Brien,obrien", "O’Brien,O'Brien", "Strauß,STRAUSS",
			"Łukasz,lukasz", "Sørensen,Sorensen", "Smith-Jones,smith jones", "Nguyễn,nguyen", "李,李" })
	void oneNameIsTypedInManyWays(String roster, String typed) {
		assertThat(RunnerName.same(roster, typed)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Marsh,March", "Marsh,Mars", "李,王" })
	void anotherNameIsAnother(String roster, String typed) {
		assertThat(RunnerName.same(roster, typed)).isFalse();
	}

	@Test
	void aNameLongerThanAnyOnTheRosterIsNobodys() {
		assertThat(RunnerName.same("a".repeat(100), "A".repeat(100))).isTrue();
		assertThat(RunnerName.same("a".repeat(101), "a".repeat(101))).isFalse();
		assertThat(RunnerName.same("a", "a" + "\u0301".repeat(100))).isFalse();
	}

	@Test
	void aNameWithoutLettersIsNobodys() {
		assertThat(RunnerName.same("-", "'")).isFalse();
	}

}
