package io.selftimed.journey;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes pictures of every {@link Screen}, in light at a desk and in dark on a phone; of
 * what the README shows, in light on a phone too. Axe looks at each, in light and in
 * dark, and finds nothing. Not run as a test: see {@code docs/screenshots/make}.
 */
@NeedsChromium
@ExtendWith(SharedSandbox.class)
@ResourceLock(SharedSandbox.LOCK)
class ScreenshotMaker {

	private static List<Album> albums = List.of();

	private static PicturedRace race;

	@BeforeAll
	static void setUp() {
		albums = List.of(Album.withPictures(Looks.DESK, Looks.DESK_AT_NIGHT),
				Album.withPictures(Looks.PHONE_AT_NIGHT, Looks.PHONE));
		race = new PicturedRace();
	}

	@AfterAll
	static void everyScreenIsPicturedAndForEverybody() {
		SharedSandbox.chromium().everybodyLeavesWithoutComplaint();
		assertThat(albums).allSatisfy((album) -> {
			assertThat(album.complaints()).isEmpty();
			assertThat(album.screens()).as("pictures %s", album.looks()).containsExactlyInAnyOrder(Screen.values());
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "DESK", "PHONE_AT_NIGHT" })
	void takesPicturesOfRunners(Looks looks) {
		new RunnerScreens(race, album(looks)).visit();
	}

	@ParameterizedTest
	@EnumSource(names = { "DESK", "PHONE_AT_NIGHT" })
	void takesPicturesOfOrganizers(Looks looks) {
		new OrganizerScreens(album(looks)).visit();
	}

	@ParameterizedTest
	@EnumSource(names = { "DESK", "PHONE_AT_NIGHT" })
	void takesPicturesOfWhatIsMetSeldom(Looks looks) {
		new SeldomScreens(album(looks)).visit();
	}

	private static Album album(Looks looks) {
		return albums.stream().filter((one) -> one.looks() == looks).findFirst().orElseThrow();
	}

	@Test
	void takesPicturesOfOtherInstallations(@TempDir Path empty, @TempDir Path full, @TempDir Path away) {
		FirstScreens.visitANewInstallation(empty, albums);
		FirstScreens.visitAFullDisk(full, albums);
		FirstScreens.visitWithoutADatabase(away, albums);
	}

	@Test
	void takesThePicturesOfTheReadme() {
		Album album = Album.withPictures(Looks.PHONE, Looks.PHONE_AT_NIGHT);
		Page page = album.visitor("en-US");
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k").typesTheResultOfMarsh();
		album.takes(page, Screen.RUNNER_FORM);
		runner.checks();
		album.takes(page, Screen.RUNNER_CHECK);
		runner.sends().waitsUntil("received");
		album.takes(page, Screen.RUNNER_RECEIPT_RECEIVED);
		assertThat(album.complaints()).isEmpty();
	}

}
