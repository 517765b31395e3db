package io.selftimed.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.selftimed.RoomSettings;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks at what is free where copies are. The limit is the runners': a copy must not take
 * what their submissions need.
 */
@Component
class BackupSpace {

	private final long least;

	private final Disk disk;

	@Autowired
	BackupSpace(RoomSettings settings) {
		this(settings.leastFreeSpace().toBytes(), (folder) -> Files.getFileStore(folder).getUsableSpace());
	}

	BackupSpace(long least, Disk disk) {
		this.least = least;
		this.disk = disk;
	}

	/**
	 * What is free for a copy.
	 * @param folder where it would be, there or not yet
	 * @param needed bytes that it takes at most
	 */
	BackupDesk.Space at(Path folder, long needed) throws IOException {
		Path there = folder.toAbsolutePath();
		while (!Files.exists(there) && there.getParent() != null) {
			there = there.getParent();
		}
		return new BackupDesk.Space(this.disk.free(there), needed, this.least);
	}

	/**
	 * What is free on the disk of a folder.
	 */
	interface Disk {

		long free(Path folder) throws IOException;

	}

}
