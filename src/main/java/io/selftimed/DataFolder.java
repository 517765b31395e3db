package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes the data folder before anybody writes to it, for its owner only: names and
 * addresses of runners are in it. A folder that is there already stays as it is.
 */
class DataFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Path folder = Path.of(event.getEnvironment().getProperty("selftimed.data-dir", "./data"));
		boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
		if (posix && !Files.exists(folder)) {
			make(folder);
		}
	}

	/** Who needs the folder says so where it cannot be made: PostgreSQL does without. */
	private static void make(Path folder) {
		try {
			Path parent = folder.toAbsolutePath().getParent();
			if (parent != null) {
				Files.createDirectories(parent);
			}
			Files.createDirectory(folder,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		}
		catch (IOException ex) {
			// Told by whoever needs it.
		}
	}

}
