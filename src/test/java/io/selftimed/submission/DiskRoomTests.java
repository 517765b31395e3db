package io.selftimed.submission;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When there is no room for more.
 */
class DiskRoomTests {

	private static final SubmissionSettings SETTINGS = new SubmissionSettings(20, Duration.ofDays(90),
			DataSize.ofMegabytes(200));

	@Test
	void belowTheLeastThereIsNoRoomAndHealthIsDegraded() {
		assertThat(room(200L << 20).isThere()).isTrue();
		assertThat(room((200L << 20) - 1).isThere()).isFalse();
		assertThat(room(0).health().getStatus().getCode()).isEqualTo("DEGRADED");
		assertThat(room(1L << 40).health()).isEqualTo(Health.up().build());
	}

	@Test
	void aServerOfItsOwnKeepsItsOwnDisk() {
		assertThat(new DiskRoom(false, () -> 0, SETTINGS).isThere()).isTrue();
	}

	@Test
	void whatCannotBeAskedIsTried() {
		assertThat(new DiskRoom(true, () -> {
			throw new IOException("no such folder");
		}, SETTINGS).isThere()).isTrue();
	}

	private static DiskRoom room(long free) {
		return new DiskRoom(true, () -> free, SETTINGS);
	}

}
