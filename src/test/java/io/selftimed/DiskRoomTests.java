package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Health;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When there is no room for more.
 */
class DiskRoomTests {

	private static final RoomSettings SETTINGS = new RoomSettings(DataSize.ofMegabytes(200));

	private static final long ENOUGH = 200L << 20;

	@TempDir
	private Path folder;

	private Path data;

	private Path elsewhere;

	private final Map<Path, Long> free = new HashMap<>();

	@BeforeEach
	void twoDisks() throws IOException {
		this.data = Files.createDirectory(this.folder.resolve("data"));
		this.elsewhere = Files.createDirectory(this.folder.resolve("elsewhere"));
	}

	private DiskRoom room(String url) {
		return new DiskRoom(url, this.data, this::free, SETTINGS);
	}

	private DiskRoom roomOfTheFileElsewhere() {
		return room("jdbc:h2:file:" + this.elsewhere + "/selftimed;MODE=PostgreSQL");
	}

	private long free(Path folder) throws IOException {
		Long bytes = this.free.get(folder);
		if (bytes == null) {
			throw new IOException("no such disk");
		}
		return bytes;
	}

	@Test
	void theSmallerOfBothDisksCounts() {
		this.free.put(this.data, ENOUGH);
		this.free.put(this.elsewhere, ENOUGH);
		assertThat(roomOfTheFileElsewhere().isThere()).isTrue();
		this.free.put(this.elsewhere, ENOUGH - 1);
		assertThat(roomOfTheFileElsewhere().isThere()).isFalse();
		this.free.put(this.elsewhere, ENOUGH);
		this.free.put(this.data, ENOUGH - 1);
		assertThat(roomOfTheFileElsewhere().isThere()).isFalse();
	}

	@Test
	void withoutRoomHealthIsDegraded() {
		this.free.put(this.data, ENOUGH);
		this.free.put(this.elsewhere, 0L);
		assertThat(roomOfTheFileElsewhere().health().getStatus().getCode()).isEqualTo("DEGRADED");
		this.free.put(this.elsewhere, ENOUGH);
		assertThat(roomOfTheFileElsewhere().health()).isEqualTo(Health.up().build());
	}

	@Test
	void aServerOfItsOwnKeepsItsOwnDisk() {
		this.free.put(this.data, 0L);
		assertThat(room("jdbc:postgresql://db.example.org/selftimed").isThere()).isTrue();
	}

	@Test
	void whatCannotBeAskedIsTried() {
		assertThat(roomOfTheFileElsewhere().isThere()).isTrue();
	}

	@Test
	void aFolderThatIsNotThereYetIsOnTheDiskOfTheOneAbove() {
		this.free.put(this.data, ENOUGH);
		this.free.put(this.folder, ENOUGH - 1);
		assertThat(room("jdbc:h2:file:" + this.folder + "/not/yet/selftimed").isThere()).isFalse();
	}

	@Test
	void aGaugeTellsWhatIsFreeInEach() {
		this.free.put(this.data, 7L);
		this.free.put(this.elsewhere, 9L);
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		roomOfTheFileElsewhere().bindTo(meters);
		assertThat(meters.get("selftimed.disk.free").tag("folder", "data").gauge().value()).isEqualTo(7);
		assertThat(meters.get("selftimed.disk.free").tag("folder", "database").gauge().value()).isEqualTo(9);
		this.free.clear();
		assertThat(meters.get("selftimed.disk.free").tag("folder", "data").gauge().value()).isNaN();
	}

}
