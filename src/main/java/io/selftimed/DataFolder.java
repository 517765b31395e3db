package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes the data folder and the database's file before anybody writes to them, for their
 * owner only: names and addresses of runners are in them. What is there already stays as
 * it is, as a folder may be a volume or serve others too; who could read or change the
 * database by it is warned of.
 */
class DataFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private static final Logger logger = LoggerFactory.getLogger(DataFolder.class);

	private static final String H2_FILE = "jdbc:h2:file:";

	private static final Set<PosixFilePermission> READ_BY_OTHERS = Set.of(PosixFilePermission.GROUP_READ,
			PosixFilePermission.OTHERS_READ);

	private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS = Set.of(PosixFilePermission.GROUP_WRITE,
			PosixFilePermission.OTHERS_WRITE);

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Path folder = Path.of(event.getEnvironment().getProperty("selftimed.data-dir", "./data"));
		boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
		if (posix && Command.of(event.getArgs()) == Command.SERVE) {
			make(folder);
			database(event.getEnvironment().getProperty("spring.datasource.url", "")).ifPresent(DataFolder::prepare);
		}
	}

	/** Who needs the folder says so where it cannot be made: PostgreSQL does without. */
	private static void make(Path folder) {
		try {
			Path parent = folder.toAbsolutePath().getParent();
			if (parent != null) {
				Files.createDirectories(parent);
			}
			if (!Files.exists(folder)) {
				Files.createDirectory(folder, forOwner("rwx------"));
			}
		}
		catch (IOException ex) {
			// Told by whoever needs it.
		}
	}

	/** The file of an H2 database, as its address names it. */
	static Optional<Path> database(String url) {
		return url.startsWith(H2_FILE)
				? Optional.of(Path.of(url.substring(H2_FILE.length()).replaceFirst(";.*", "") + ".mv.db"))
				: Optional.empty();
	}

	/** H2 fills an empty file as it would fill one that it made itself. */
	private static void prepare(Path database) {
		Path folder = database.toAbsolutePath().getParent();
		if (folder == null || !Files.isDirectory(folder)) {
			return;
		}
		try {
			if (!Files.exists(database)) {
				Files.createFile(database, forOwner("rw-------"));
			}
			warn(database, READ_BY_OTHERS, "can be read by other users of this machine, and holds names and addresses "
					+ "of runners: take that right away, with chmod 600.");
			warn(folder, WRITTEN_BY_OTHERS, "can be written to by other users of this machine, who could put another "
					+ "database there: take that right away, with chmod go-w.");
		}
		catch (IOException ex) {
			// Told by whoever opens the database.
		}
	}

	private static void warn(Path place, Set<PosixFilePermission> rights, String sentence) throws IOException {
		if (Files.getPosixFilePermissions(place).stream().anyMatch(rights::contains)) {
			logger.warn("{} {}", place, sentence);
		}
	}

	private static FileAttribute<?> forOwner(String permissions) {
		return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
	}

}
