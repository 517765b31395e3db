package io.selftimed.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Axe finds nothing where nobody goes every day, at a desk by day and on a phone at
 * night. It looks at the other screens in the journeys that lead over them.
 */
@NeedsChromium
@ExtendWith(SharedSandbox.class)
@ResourceLock(SharedSandbox.LOCK)
class SeldomScreensIT {

	@AfterEach
	void leave() {
		SharedSandbox.jdbc().sql("update event set review = 'none' where event_id = 41002").update();
		SharedSandbox.chromium().everybodyLeavesWithoutComplaint();
	}

	@Test
	void whatIsMetSeldomIsForEverybody() {
		Album album = Album.withoutPictures(Looks.DESK, Looks.PHONE_AT_NIGHT);
		new SeldomScreens(album).visit();
		assertThat(album.complaints()).isEmpty();
	}

}
