package io.selftimed.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of rows that is continued by key.
 */
class KeysetPageTests {

	@Test
	void oneRowTooManyMeansThereIsMore() {
		assertThat(KeysetPage.of(List.of(9L, 8L, 7L), 2, Long::longValue))
			.isEqualTo(new KeysetPage<>(List.of(9L, 8L), 8L));
	}

	@Test
	void aPageThatIsJustFullIsTheLast() {
		assertThat(KeysetPage.of(List.of(9L, 8L), 2, Long::longValue).next()).isNull();
	}

	@Test
	void nothingIsAPageToo() {
		assertThat(KeysetPage.of(List.<Long>of(), 2, Long::longValue)).isEqualTo(new KeysetPage<>(List.of(), null));
	}

}
