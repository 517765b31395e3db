package io.selftimed.organizer.installation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the sizes of backups read.
 */
class BackupsPageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1 | 1 kB", "999_000 | 999 kB", "1_000_000 | 1.0 MB", "999_949_999 | 999.9 MB",
					"999_950_000 | 1.0 GB", "81_293_100_000 | 81.3 GB", "1_234_000_000_000 | 1,234.0 GB" })
	void sizesReadInTheUnitThatFits(String bytes, String read) {
		assertThat(BackupsPage.size(Long.parseLong(bytes.replace("_", "")))).isEqualTo(read);
	}

}
